package dev.longshore.scheduler.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.scheduler.schedule.Daily;
import dev.longshore.scheduler.schedule.Hourly;
import dev.longshore.scheduler.schedule.Monthly;
import dev.longshore.scheduler.schedule.Schedule;
import dev.longshore.scheduler.schedule.Weekly;
import dev.longshore.scheduler.testing.ClockChanges;
import dev.longshore.scheduler.testing.ClockChanges.Days;
import dev.longshore.scheduler.window.DateRange.Last;
import dev.longshore.scheduler.window.DateRange.Unit;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** P45, around clock changes of every zone. */
class DateRangePropertyTest {
    private static final List<Integer> DIVISORS_OF_A_DAY = List.of(1, 2, 3, 4, 6, 8, 12);
    private static final int FIRES = 60;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {2, 20261123})
    void windows_as_long_as_the_period_share_their_edges(long seed) {
        var random = new Random(seed);
        for (var days : ClockChanges.ofAllZones(random)) {
            var at = ClockChanges.anyTime(random);
            var hours = DIVISORS_OF_A_DAY.get(random.nextInt(DIVISORS_OF_A_DAY.size()));
            var day = 1 + random.nextInt(28);
            var anyDay = new Monthly.Numbered(day, Monthly.ShortMonths.SKIP);
            check(seed, days, new Hourly(hours, at.getMinute()), new Last(hours, Unit.HOURS));
            check(seed, days, new Daily(at), new Last(1, Unit.DAYS));
            check(seed, days, new Weekly(DayOfWeek.of(1 + random.nextInt(7)), at), new Last(1, Unit.WEEKS));
            check(seed, days, new Monthly(anyDay, at), new Last(1, Unit.MONTHS));
        }
    }

    private static void check(long seed, Days days, Schedule schedule, DateRange.ByFireTime range) {
        var fire = schedule.next(days.from(), days.zone()).orElseThrow();
        Instant edge = ((Window.Interval) range.windowAt(fire, days.zone())).to();
        for (int i = 0; i < FIRES; i++) {
            fire = schedule.next(fire.at(), days.zone()).orElseThrow();
            var window = (Window.Interval) range.windowAt(fire, days.zone());
            assertThat(window.from())
                    .as("seed %d: start of the window at %s of %s in %s", seed, fire, schedule, days)
                    .isEqualTo(edge);
            edge = window.to();
        }
    }
}
