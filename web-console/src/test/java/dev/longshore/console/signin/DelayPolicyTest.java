package dev.longshore.console.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DelayPolicyTest {
    private final DelayPolicy policy = new DelayPolicy(5);

    @Test
    void waits_not_at_all_then_twice_as_long_each_time_and_never_longer_than_a_quarter_of_an_hour() {
        assertThat(IntStream.rangeClosed(1, 16).mapToObj(policy::after).map(Duration::toSeconds))
                .containsExactly(0L, 0L, 0L, 0L, 1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 512L, 900L, 900L);
        assertThat(policy.after(Integer.MAX_VALUE)).isEqualTo(DelayPolicy.LONGEST);
    }
}
