package dev.longshore.scheduler.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.scheduler.backfill.BackfillPlan.Split;
import dev.longshore.scheduler.backfill.BackfillPlan.TooMany;
import dev.longshore.scheduler.schedule.Daily;
import dev.longshore.scheduler.schedule.Hourly;
import dev.longshore.scheduler.schedule.Monthly;
import dev.longshore.scheduler.schedule.Schedule;
import dev.longshore.scheduler.schedule.Weekly;
import dev.longshore.scheduler.testing.ClockChanges;
import dev.longshore.scheduler.window.DateRange;
import dev.longshore.scheduler.window.Window.Interval;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class BackfillPlanTest {
    private static final ZoneId ROME = ZoneId.of("Europe/Rome");
    private static final ZoneId UTC = ZoneId.of("UTC");

    @Test
    void a_range_is_cut_at_the_fire_times_inside_it() {
        assertThat(split(new Daily(LocalTime.of(2, 0)), UTC, "2026-03-01T00:00:00Z", "2026-03-03T12:00:00Z"))
                .containsExactly(
                        interval("2026-03-01T00:00:00Z", "2026-03-01T02:00:00Z"),
                        interval("2026-03-01T02:00:00Z", "2026-03-02T02:00:00Z"),
                        interval("2026-03-02T02:00:00Z", "2026-03-03T02:00:00Z"),
                        interval("2026-03-03T02:00:00Z", "2026-03-03T12:00:00Z"));
    }

    @Test
    void a_range_that_starts_and_ends_at_fire_times_has_whole_windows_only() {
        assertThat(split(new Hourly(1, 5), UTC, "2026-03-01T00:05:00Z", "2026-03-01T03:05:00Z"))
                .containsExactly(
                        interval("2026-03-01T00:05:00Z", "2026-03-01T01:05:00Z"),
                        interval("2026-03-01T01:05:00Z", "2026-03-01T02:05:00Z"),
                        interval("2026-03-01T02:05:00Z", "2026-03-01T03:05:00Z"));
    }

    @Test
    void a_day_is_an_hour_longer_or_shorter_when_the_clocks_change() { // P36, P45
        var midnight = new Daily(LocalTime.MIDNIGHT);

        assertThat(split(midnight, ROME, "2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z"))
                .hasSize(1);
        assertThat(split(midnight, ROME, "2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z"))
                .hasSize(1);
    }

    @Test
    void a_month_without_the_chosen_day_belongs_to_the_window_that_spans_it() { // P41
        var monthly = new Monthly(new Monthly.Numbered(31, Monthly.ShortMonths.SKIP), LocalTime.MIDNIGHT);

        assertThat(split(monthly, UTC, "2026-01-31T00:00:00Z", "2026-05-31T00:00:00Z"))
                .containsExactly(
                        interval("2026-01-31T00:00:00Z", "2026-03-31T00:00:00Z"),
                        interval("2026-03-31T00:00:00Z", "2026-05-31T00:00:00Z"));
    }

    @Test
    void a_range_within_one_period_is_one_window() {
        assertThat(split(
                        new Weekly(DayOfWeek.MONDAY, LocalTime.NOON),
                        UTC,
                        "2026-03-03T00:00:00Z",
                        "2026-03-04T00:00:00Z"))
                .containsExactly(interval("2026-03-03T00:00:00Z", "2026-03-04T00:00:00Z"));
    }

    @Test
    void too_many_windows_are_refused_with_the_end_that_would_do() {
        var from = Instant.parse("2026-01-01T00:00:00Z");
        var hourly = new Hourly(1, 0);
        var end = from.plus(Duration.ofHours(10));

        assertThat(BackfillPlan.of(hourly, UTC, new Interval(from, end.plusNanos(1_000)), 10))
                .isEqualTo(new TooMany(end));
        assertThat(BackfillPlan.of(hourly, UTC, new Interval(from, end), 10))
                .isInstanceOfSatisfying(
                        Split.class, split -> assertThat(split.windows()).hasSize(10));
    }

    /** A range over a clock change of each zone: the windows tile it, and their edges are those of the schedule. */
    @RepeatedTest(5)
    void the_windows_tile_the_range_and_are_those_of_the_schedule(RepetitionInfo repetition) { // P36, P45
        var random = new Random(repetition.getCurrentRepetition());
        for (var days : ClockChanges.ofAllZones(random)) {
            var zone = days.zone();
            var schedule = anySchedule(random);
            var range = new Interval(days.from().plusSeconds(random.nextInt(86_400)), days.to());

            var windows = ((Split) BackfillPlan.of(schedule, zone, range, 1_000)).windows();

            var what = "seed %d: %s in %s".formatted(repetition.getCurrentRepetition(), schedule, zone);
            assertThat(windows.get(0).from()).as(what).isEqualTo(range.from());
            assertThat(windows.get(windows.size() - 1).to()).as(what).isEqualTo(range.to());
            for (int i = 1; i < windows.size(); i++) {
                var edge = windows.get(i).from();
                assertThat(windows.get(i - 1).to()).as(what).isEqualTo(edge);
                assertThat(schedule.nextFireTime(windows.get(i - 1).from(), zone))
                        .as(what)
                        .contains(edge);
            }
        }
    }

    @Test
    void where_the_range_of_the_job_is_its_period_a_backfill_has_the_windows_of_the_runs() { // P45
        var schedule = new Hourly(1, 0);
        var range = new DateRange.Last(1, DateRange.Unit.HOURS);

        for (var window : split(schedule, ROME, "2026-10-24T22:00:00Z", "2026-10-26T23:00:00Z")) {
            var fire = schedule.at(window.to(), ROME);
            assertThat(range.windowAt(fire, ROME)).as("at %s", fire).isEqualTo(window);
        }
    }

    private static Schedule anySchedule(Random random) {
        var at = ClockChanges.anyTime(random);
        return switch (random.nextInt(4)) {
            case 0 -> new Hourly(1 + random.nextInt(23), random.nextInt(60));
            case 1 -> new Daily(at);
            case 2 -> new Weekly(DayOfWeek.of(1 + random.nextInt(7)), at);
            default -> new Monthly(new Monthly.Numbered(1 + random.nextInt(31), Monthly.ShortMonths.SKIP), at);
        };
    }

    private static List<Interval> split(Schedule schedule, ZoneId zone, String from, String to) {
        return ((Split) BackfillPlan.of(schedule, zone, interval(from, to), 1_000)).windows();
    }

    private static Interval interval(String from, String to) {
        return new Interval(Instant.parse(from), Instant.parse(to));
    }
}
