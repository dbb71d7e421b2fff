package dev.longshore.scheduler.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.scheduler.schedule.Daily;
import dev.longshore.scheduler.schedule.Hourly;
import dev.longshore.scheduler.schedule.LocalTimes;
import dev.longshore.scheduler.schedule.Monthly;
import dev.longshore.scheduler.schedule.Schedule;
import dev.longshore.scheduler.schedule.Weekly;
import dev.longshore.scheduler.testing.ClockChanges;
import dev.longshore.scheduler.testing.ClockChanges.Days;
import dev.longshore.scheduler.window.DateRange.Last;
import dev.longshore.scheduler.window.DateRange.Unit;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** P45, around clock changes of every zone. */
class DateRangePropertyTest {
    private static final List<Integer> DIVISORS_OF_A_DAY = List.of(1, 2, 3, 4, 6, 8, 12);
    private static final int FIRES = 60;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {2, 3, 5, 7, 11, 20261123})
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

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {13, 20261126})
    void the_window_of_fire_times_that_coincide_is_the_union_of_theirs(long seed) { // P36
        var random = new Random(seed);
        var coincidences = 0;
        for (var days : ClockChanges.ofAllZones(random)) {
            var zone = days.zone();
            var amount = 1 + random.nextInt(30);
            // On the full hour, the fire time of an hour that is left out is that of the hour after it.
            var schedule = new Hourly(1, random.nextBoolean() ? 0 : random.nextInt(60));
            var range = new Last(amount, Unit.HOURS);
            for (var fire = schedule.next(days.from(), zone).orElseThrow();
                    fire.at().isBefore(days.to());
                    fire = schedule.next(fire.at(), zone).orElseThrow()) {
                var at = fire.at();
                var nominal = schedule.nominalTimes(fire, zone);
                coincidences += nominal.size() > 1 ? 1 : 0;
                assertThat(nominal)
                        .allMatch(local -> LocalTimes.resolve(local, zone).equals(at));
                assertThat(((Window.Interval) range.windowAt(fire, zone)).from())
                        .as("seed %d: window at %s of %s in %s", seed, fire, schedule, days)
                        .isEqualTo(nominal.stream()
                                .map(local -> LocalTimes.resolve(local.minusHours(amount), zone))
                                .min(Comparator.naturalOrder())
                                .orElseThrow());
            }
        }
        assertThat(coincidences).as("fire times that coincide").isGreaterThan(20);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {17, 20261126})
    void a_chain_has_neither_gap_nor_overlap_whatever_the_schedule(long seed) {
        var random = new Random(seed);
        for (var days : ClockChanges.ofAllZones(random)) {
            var at = ClockChanges.anyTime(random);
            var shortMonths = random.nextBoolean() ? Monthly.ShortMonths.SKIP : Monthly.ShortMonths.LAST_DAY;
            var schedules = List.<Schedule>of(
                    new Hourly(1 + random.nextInt(23), at.getMinute()),
                    new Daily(at),
                    new Weekly(DayOfWeek.of(1 + random.nextInt(7)), at),
                    new Monthly(new Monthly.Numbered(1 + random.nextInt(31), shortMonths), at),
                    new Monthly(new Monthly.Last(), at));
            schedules.forEach(schedule -> checkChain(seed, days, schedule));
        }
    }

    /** The first window starts at the fire time before, which is the one whose next fire time this is. */
    private static void checkChain(long seed, Days days, Schedule schedule) {
        var chain = new DateRange.SinceLast(Optional.empty());
        var fire = schedule.next(days.from(), days.zone()).orElseThrow();
        var end = schedule.previous(fire.at(), days.zone()).orElseThrow().at();
        assertThat(schedule.nextFireTime(end, days.zone()))
                .as("seed %d: the fire time after the one before, of %s in %s", seed, schedule, days)
                .contains(fire.at());
        for (int i = 0; i < FIRES; i++) {
            var window = chain.windowAt(fire, end);
            assertThat(window)
                    .as("seed %d: window at %s of %s in %s", seed, fire, schedule, days)
                    .isEqualTo(new Window.Interval(end, fire.at()));
            assertThat(window.isEmpty()).isFalse();
            end = fire.at();
            fire = schedule.next(end, days.zone()).orElseThrow();
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
