package dev.longshore.history.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {
    private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");

    @Test
    void ten_attempts_are_spread_over_75_hours_give_or_take_a_tenth() {
        Set<Duration> totals = new HashSet<>();
        for (int seed = 0; seed < 500; seed++) {
            RetrySchedule schedule = new RetrySchedule(new Random(seed));
            Instant at = NOW;
            int attempts = 1;
            while (schedule.nextAfter(attempts, at).isPresent()) {
                at = schedule.nextAfter(attempts, at).orElseThrow();
                attempts++;
            }
            assertThat(attempts).isEqualTo(10);
            totals.add(Duration.between(NOW, at));
        }
        Duration nominal = Duration.parse("PT75H35M5S");
        assertThat(totals)
                .allSatisfy(total -> assertThat(total)
                        .isBetween(
                                nominal.multipliedBy(9).dividedBy(10),
                                nominal.multipliedBy(11).dividedBy(10)));
        assertThat(totals).as("jitter spreads them").hasSizeGreaterThan(400);
    }

    @Test
    void without_chance_the_pauses_are_those_of_the_specification() {
        RetrySchedule schedule = new RetrySchedule(() -> 0);
        assertThat(schedule.nextAfter(1, NOW))
                .as("the shortest pause with this chance: a tenth less than 5 s")
                .hasValue(NOW.plusMillis(4_500));
        assertThat(schedule.nextAfter(9, NOW)).hasValue(NOW.plus(Duration.ofMinutes(24 * 60 * 9 / 10)));
        assertThat(schedule.nextAfter(10, NOW)).isEmpty();
        assertThat(schedule.nextAfter(11, NOW)).isEmpty();
    }
}
