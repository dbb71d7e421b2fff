package dev.longshore.scheduler.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.scheduler.testing.ClockChanges;
import dev.longshore.scheduler.testing.ClockChanges.Days;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Around clock changes of every zone, against an oracle that walks through the minutes and knows no time zone rules. */
class SchedulePropertyTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 20261123})
    void every_local_time_of_the_grid_fires_once(long seed) { // P36
        var random = new Random(seed);
        for (var days : ClockChanges.ofAllZones(random)) {
            var at = ClockChanges.anyTime(random);
            var everyHours = 1 + random.nextInt(23);
            var day = DayOfWeek.of(1 + random.nextInt(7));
            check(seed, days, new Daily(at), local -> local.toLocalTime().equals(at));
            check(
                    seed,
                    days,
                    new Hourly(everyHours, at.getMinute()),
                    local -> local.getHour() % everyHours == 0 && local.getMinute() == at.getMinute());
            check(
                    seed,
                    days,
                    new Weekly(day, at),
                    local -> local.getDayOfWeek() == day && local.toLocalTime().equals(at));
        }
    }

    private static void check(long seed, Days days, Schedule schedule, Predicate<LocalDateTime> inGrid) {
        assertThat(fired(schedule, days))
                .as("seed %d: %s in %s", seed, schedule, days)
                .containsExactlyElementsOf(expected(days, inGrid));
    }

    private static List<Instant> fired(Schedule schedule, Days days) {
        var fired = new TreeSet<Instant>();
        var next = schedule.nextFireTime(days.from(), days.zone());
        while (next.isPresent() && next.get().isBefore(days.to())) {
            assertThat(fired.add(next.get())).as("fire times rise").isTrue();
            next = schedule.nextFireTime(next.get(), days.zone());
        }
        return List.copyOf(fired);
    }

    /** A local time fires at the first minute whose wall clock shows it or something later. */
    private static List<Instant> expected(Days days, Predicate<LocalDateTime> inGrid) {
        var expected = new TreeSet<Instant>();
        var reached = wallClock(days.from(), days.zone());
        for (var now = days.from().plus(MINUTE); now.isBefore(days.to()); now = now.plus(MINUTE)) {
            var shown = wallClock(now, days.zone());
            while (reached.isBefore(shown)) {
                reached = reached.plus(MINUTE);
                if (inGrid.test(reached)) {
                    expected.add(now);
                }
            }
        }
        return List.copyOf(expected);
    }

    private static LocalDateTime wallClock(Instant now, ZoneId zone) {
        return LocalDateTime.ofInstant(now, zone);
    }
}
