package dev.longshore.scheduler.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longshore.scheduler.schedule.Daily;
import dev.longshore.scheduler.schedule.Hourly;
import dev.longshore.scheduler.schedule.Schedule;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class DateRangeTest {
    private static final ZoneId ROME = ZoneId.of("Europe/Rome");

    @Test
    void all_data_is_a_window_without_ends() { // P42
        assertThat(windowAt(new DateRange.All(), new Hourly(1, 0), "2026-11-23T10:00:00Z"))
                .isEqualTo(new Window.Everything());
    }

    @Test
    void a_fixed_interval_is_exported_exactly_at_every_run() { // P43, P44
        var from = Instant.parse("2026-01-01T00:00:00Z");
        var to = Instant.parse("2026-02-01T00:00:00Z");

        assertThat(windowAt(new DateRange.Fixed(from, to), new Hourly(1, 0), "2026-11-23T10:00:00Z"))
                .isEqualTo(new Window.Interval(from, to));
        assertThatThrownBy(() -> new DateRange.Fixed(to, to)).hasMessageContaining("empty");
    }

    @Test
    void the_last_day_is_an_hour_shorter_when_clocks_go_forward() { // P45
        assertThat(windowAt(last(1, DateRange.Unit.DAYS), new Daily(LocalTime.NOON), "2026-03-29T10:00:00Z"))
                .isEqualTo(interval("2026-03-28T11:00:00Z", "2026-03-29T10:00:00Z"));
    }

    @Test
    void the_hour_after_an_overlap_reaches_back_over_both_passes() { // P45
        assertThat(windowAt(last(1, DateRange.Unit.HOURS), new Hourly(1, 0), "2026-10-25T02:00:00Z"))
                .isEqualTo(interval("2026-10-25T00:00:00Z", "2026-10-25T02:00:00Z"));
    }

    @Test
    void fire_times_that_coincide_export_the_union_of_their_windows() { // P36
        assertThat(windowAt(last(1, DateRange.Unit.HOURS), new Hourly(1, 0), "2026-03-29T01:00:00Z"))
                .isEqualTo(interval("2026-03-29T00:00:00Z", "2026-03-29T01:00:00Z"));
    }

    @Test
    void the_last_months_are_counted_on_the_calendar() { // P45
        assertThat(windowAt(last(3, DateRange.Unit.MONTHS), new Daily(LocalTime.MIDNIGHT), "2026-05-30T22:00:00Z"))
                .isEqualTo(interval("2026-02-27T23:00:00Z", "2026-05-30T22:00:00Z"));
    }

    @Test
    void an_hour_that_the_clocks_leave_out_is_an_empty_window() {
        var window = windowAt(last(1, DateRange.Unit.HOURS), new Daily(LocalTime.of(3, 0)), "2026-03-29T01:00:00Z");

        assertThat(window).isEqualTo(interval("2026-03-29T01:00:00Z", "2026-03-29T01:00:00Z"));
    }

    private static Window windowAt(DateRange.ByFireTime range, Schedule schedule, String fireTime) {
        return range.windowAt(schedule.at(Instant.parse(fireTime), ROME), ROME);
    }

    private static DateRange.ByFireTime last(int amount, DateRange.Unit unit) {
        return new DateRange.Last(amount, unit);
    }

    private static Window interval(String from, String to) {
        return new Window.Interval(Instant.parse(from), Instant.parse(to));
    }
}
