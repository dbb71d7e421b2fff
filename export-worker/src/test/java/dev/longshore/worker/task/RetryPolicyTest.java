package dev.longshore.worker.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longshore.worker.failure.Failure;
import dev.longshore.worker.failure.FailureKind;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {
    private static final Failure OUTAGE = new Failure(FailureKind.SOURCE_UNAVAILABLE, "away");
    private static final Failure DEFECT = new Failure(FailureKind.DEFECT, "mistake");

    @Test
    void pauses_double_up_to_the_longest() {
        RetryPolicy policy = new RetryPolicy(9, Duration.ofSeconds(1), Duration.ofSeconds(10), () -> 1);

        assertThat(policy.pauseAfter(OUTAGE, 1).orElseThrow()).isEqualTo(Duration.ofSeconds(1));
        assertThat(policy.pauseAfter(OUTAGE, 2).orElseThrow()).isEqualTo(Duration.ofSeconds(2));
        assertThat(policy.pauseAfter(OUTAGE, 3).orElseThrow()).isEqualTo(Duration.ofSeconds(4));
        assertThat(policy.pauseAfter(OUTAGE, 8).orElseThrow()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void jitter_takes_away_at_most_half() {
        long seed = 20_261_123L;
        Random random = new Random(seed);
        RetryPolicy policy = new RetryPolicy(50, Duration.ofSeconds(1), Duration.ofMinutes(1), random::nextDouble);

        for (int attempt = 1; attempt < 50; attempt++) {
            Duration most = Duration.ofSeconds(Math.min(60, 1L << Math.min(attempt - 1, 20)));
            assertThat(policy.pauseAfter(OUTAGE, attempt).orElseThrow())
                    .as("attempt %d, seed %d", attempt, seed)
                    .isBetween(most.dividedBy(2), most);
        }
    }

    @Test
    void the_last_attempt_is_followed_by_none() {
        RetryPolicy policy = new RetryPolicy(5, Duration.ofSeconds(1), Duration.ofSeconds(10), () -> 0);

        assertThat(policy.pauseAfter(OUTAGE, 4)).isPresent();
        assertThat(policy.pauseAfter(OUTAGE, 5)).isEmpty();
        assertThat(policy.allowsAttemptAfter(4)).isTrue();
        assertThat(policy.allowsAttemptAfter(5)).isFalse();
    }

    @Test
    void the_kind_alone_decides_whether_there_is_a_retry() {
        RetryPolicy policy = new RetryPolicy(5, Duration.ofSeconds(1), Duration.ofSeconds(10), () -> 0);

        assertThat(policy.pauseAfter(DEFECT, 1)).isEmpty();
        for (FailureKind kind : FailureKind.values()) {
            assertThat(policy.pauseAfter(new Failure(kind, "x"), 1).isPresent())
                    .as("%s", kind)
                    .isEqualTo(kind.isRetryable());
        }
    }

    @Test
    void impossible_settings_are_refused() {
        assertThatThrownBy(() -> new RetryPolicy(0, Duration.ofSeconds(1), Duration.ofSeconds(2), () -> 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RetryPolicy(1, Duration.ofSeconds(3), Duration.ofSeconds(2), () -> 0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
