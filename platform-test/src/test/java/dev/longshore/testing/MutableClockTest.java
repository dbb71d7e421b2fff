package dev.longshore.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MutableClockTest {
    private final MutableClock clock = MutableClock.at("2026-03-29T00:59:59Z");

    @Test
    void it_stands_still_until_it_is_moved() {
        assertThat(clock.instant()).isEqualTo(clock.instant()).isEqualTo(Instant.parse("2026-03-29T00:59:59Z"));
        assertThat(clock.advance(Duration.ofSeconds(1))).isEqualTo(Instant.parse("2026-03-29T01:00:00Z"));
        assertThat(clock.advance(Duration.ofHours(-1))).isEqualTo(Instant.parse("2026-03-29T00:00:00Z"));
        clock.set(Instant.EPOCH);
        assertThat(clock.millis()).isZero();
    }

    @Test
    void it_shows_whole_microseconds_as_the_database_stores_them() {
        clock.set(Instant.parse("2026-03-29T01:00:00.123456789Z"));
        assertThat(clock.instant()).isEqualTo(Instant.parse("2026-03-29T01:00:00.123456Z"));
        assertThat(clock.advance(Duration.ofNanos(1_999))).isEqualTo(Instant.parse("2026-03-29T01:00:00.123457Z"));
    }
}
