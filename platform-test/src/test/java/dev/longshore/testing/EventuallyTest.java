package dev.longshore.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class EventuallyTest {
    private final AtomicInteger attempts = new AtomicInteger();

    @Test
    void it_tries_until_the_assertion_passes() {
        Eventually.that(
                "the third attempt",
                () -> assertThat(attempts.incrementAndGet()).isEqualTo(3));
        assertThat(attempts).hasValue(3);
    }

    @Test
    void it_fails_with_what_was_waited_for_and_the_last_reason() {
        assertThatThrownBy(() -> Eventually.within(Duration.ofMillis(60))
                        .holds(
                                "the run is over",
                                () -> assertThat(attempts.incrementAndGet()).isNegative()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("the run is over: not within PT0.06S")
                .hasMessageContaining("less than");
        assertThat(attempts).hasValueGreaterThan(1);
    }

    @Test
    void an_expression_that_answers_false_is_not_taken_for_success() {
        assertThatThrownBy(() -> Eventually.within(Duration.ofMillis(30)).isTrue("a yes", () -> attempts.get() > 0))
                .isInstanceOf(AssertionError.class);
        Eventually.that("the second attempt", () -> attempts.incrementAndGet() == 2);
        assertThat(attempts).hasValue(2);
    }

    @Test
    void an_exception_counts_as_not_yet() {
        Eventually.that("no exception any more", () -> {
            if (attempts.incrementAndGet() < 3) {
                throw new IOException("not yet");
            }
        });
        assertThat(attempts).hasValue(3);
    }

    @Test
    void an_interrupted_test_stops_waiting() {
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> Eventually.that("nothing", () -> false)).hasMessageContaining("interrupted");
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }
}
