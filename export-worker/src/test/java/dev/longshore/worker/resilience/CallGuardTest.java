package dev.longshore.worker.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longshore.worker.failure.FailureClassifier;
import dev.longshore.worker.failure.FailureKind;
import dev.longshore.worker.failure.TaskFailedException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CallGuardTest {
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AtomicInteger calls = new AtomicInteger();
    private final CallGuard guard = new CallGuard(
            "source",
            new ResilienceProperties(1, Duration.ZERO, 3, Duration.ofMillis(1), Duration.ofMinutes(1)),
            new FailureClassifier(),
            meters);

    @Test
    void an_outage_that_passes_is_not_noticed() {
        String answer = guard.repeatable(() -> {
            if (calls.incrementAndGet() < 3) {
                throw outage();
            }
            return "there";
        });

        assertThat(answer).isEqualTo("there");
        assertThat(calls).hasValue(3);
    }

    @Test
    void what_no_further_try_can_mend_is_tried_once() {
        assertThatThrownBy(() -> guard.repeatable(() -> {
                    calls.incrementAndGet();
                    throw new TaskFailedException(FailureKind.SOURCE_REJECTED_REQUEST, "no such view");
                }))
                .isInstanceOf(TaskFailedException.class);

        assertThat(calls).hasValue(1);
    }

    @Test
    void reading_is_never_repeated() {
        assertThatThrownBy(() -> guard.once(() -> {
                    calls.incrementAndGet();
                    throw outage();
                }))
                .isInstanceOf(TaskFailedException.class);

        assertThat(calls).hasValue(1);
    }

    @Test
    void a_source_that_keeps_failing_is_left_alone_for_a_while() {
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() -> guard.once(() -> {
                        calls.incrementAndGet();
                        throw outage();
                    }))
                    .isInstanceOf(RuntimeException.class);
        }

        assertThat(guard.isOpen()).isTrue();
        assertThatThrownBy(() -> guard.once(calls::incrementAndGet)).isInstanceOf(CallNotPermittedException.class);
        assertThat(calls).hasValue(10);
        assertThat(meters.find("resilience4j.circuitbreaker.state").gauges()).isNotEmpty();
    }

    private static TaskFailedException outage() {
        return new TaskFailedException(FailureKind.SOURCE_UNAVAILABLE, "away");
    }
}
