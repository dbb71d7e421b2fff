package dev.longshore.scheduler.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {
    private static final ZoneId ROME = ZoneId.of("Europe/Rome");
    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final LocalTime HALF_PAST_TWO = LocalTime.of(2, 30);

    @ParameterizedTest
    @CsvSource({
        "4, 0, 2026-11-23T03:59, 2026-11-23T04:00",
        "4, 0, 2026-11-23T04:00, 2026-11-23T08:00",
        "1, 5, 2026-11-23T13:04:59, 2026-11-23T13:05",
        "1, 5, 2026-11-23T13:05, 2026-11-23T14:05",
        "23, 59, 2026-11-23T00:59, 2026-11-23T23:59",
        "5, 30, 2026-11-23T20:30, 2026-11-24T00:30" // a grid that does not divide 24 restarts at midnight
    })
    void the_hourly_grid_starts_at_midnight(
            int everyHours, int minute, LocalDateTime after, LocalDateTime next) { // P34 P35 P36
        assertThat(new Hourly(everyHours, minute).nextLocal(after)).isEqualTo(next);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 24})
    void hours_out_of_bounds_are_impossible(int everyHours) { // P34
        assertThatThrownBy(() -> new Hourly(everyHours, 0)).hasMessageContaining("1..23");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 60})
    void minutes_out_of_bounds_are_impossible(int minute) { // P35
        assertThatThrownBy(() -> new Hourly(1, minute)).hasMessageContaining("0..59");
    }

    @Test
    void a_daily_job_runs_at_its_local_time_in_summer_and_winter() { // P37
        var daily = new Daily(LocalTime.of(9, 0));

        assertThat(daily.nextFireTime(Instant.parse("2026-07-01T07:00:00Z"), ROME))
                .contains(Instant.parse("2026-07-02T07:00:00Z"));
        assertThat(daily.nextFireTime(Instant.parse("2026-12-01T00:00:00Z"), ROME))
                .contains(Instant.parse("2026-12-01T08:00:00Z"));
    }

    @Test
    void a_weekly_job_runs_on_its_day() { // P38
        var weekly = new Weekly(DayOfWeek.MONDAY, LocalTime.of(2, 0));

        assertThat(weekly.nextLocal(LocalDateTime.parse("2026-11-23T01:59"))).isEqualTo("2026-11-23T02:00:00");
        assertThat(weekly.nextLocal(LocalDateTime.parse("2026-11-23T02:00"))).isEqualTo("2026-11-30T02:00:00");
    }

    @Test
    void a_month_that_lacks_the_day_is_passed_over() { // P41
        var monthly = new Monthly(new Monthly.Numbered(31, Monthly.ShortMonths.SKIP), LocalTime.MIDNIGHT);

        assertThat(fireTimes(monthly, "2026-01-01T00:00:00Z", UTC).limit(4))
                .extracting(Instant::toString)
                .containsExactly(
                        "2026-01-31T00:00:00Z", "2026-03-31T00:00:00Z", "2026-05-31T00:00:00Z", "2026-07-31T00:00:00Z");
        assertThat(monthly.skippedMonths())
                .containsExactly(Month.FEBRUARY, Month.APRIL, Month.JUNE, Month.SEPTEMBER, Month.NOVEMBER);
    }

    @Test
    void a_job_may_run_on_the_last_day_of_shorter_months() { // P41
        var monthly = new Monthly(new Monthly.Numbered(30, Monthly.ShortMonths.LAST_DAY), LocalTime.MIDNIGHT);

        assertThat(fireTimes(monthly, "2028-01-31T00:00:00Z", UTC).limit(2))
                .extracting(Instant::toString)
                .containsExactly("2028-02-29T00:00:00Z", "2028-03-30T00:00:00Z");
        assertThat(monthly.skippedMonths()).isEmpty();
    }

    @Test
    void a_job_may_run_on_the_last_day_of_every_month() { // P40
        var monthly = new Monthly(new Monthly.Last(), LocalTime.of(23, 0));

        assertThat(fireTimes(monthly, "2026-01-31T23:00:00Z", UTC).limit(2))
                .extracting(Instant::toString)
                .containsExactly("2026-02-28T23:00:00Z", "2026-03-31T23:00:00Z");
    }

    @Test
    void a_local_time_in_a_gap_fires_at_the_first_valid_instant() { // P36
        assertThat(new Daily(HALF_PAST_TWO).next(Instant.parse("2026-03-28T12:00:00Z"), ROME))
                .contains(new FireTime(
                        Instant.parse("2026-03-29T01:00:00Z"), LocalDateTime.parse("2026-03-29T02:30:00")));
    }

    @Test
    void a_local_time_in_an_overlap_fires_once_at_its_first_occurrence() { // P36
        assertThat(fireTimes(new Daily(HALF_PAST_TWO), "2026-10-24T12:00:00Z", ROME)
                        .limit(2))
                .extracting(Instant::toString)
                .containsExactly("2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z");
    }

    @Test
    void an_hourly_job_pauses_in_the_second_pass_of_an_overlap() { // P36
        assertThat(fireTimes(new Hourly(1, 0), "2026-10-24T23:59:00Z", ROME).limit(3))
                .extracting(Instant::toString)
                .containsExactly("2026-10-25T00:00:00Z", "2026-10-25T02:00:00Z", "2026-10-25T03:00:00Z");
    }

    @Test
    void fire_times_that_coincide_are_one() { // P36: 02:00 and 03:00 are the same instant in the gap
        var fires = Stream.iterate(
                        new Hourly(1, 0).next(Instant.parse("2026-03-28T23:30:00Z"), ROME),
                        fire -> fire.flatMap(last -> new Hourly(1, 0).next(last.at(), ROME)))
                .limit(3)
                .map(fire -> fire.orElseThrow())
                .toList();

        assertThat(fires)
                .containsExactly(
                        new FireTime(Instant.parse("2026-03-29T00:00:00Z"), LocalDateTime.parse("2026-03-29T01:00:00")),
                        new FireTime(Instant.parse("2026-03-29T01:00:00Z"), LocalDateTime.parse("2026-03-29T02:00:00")),
                        new FireTime(
                                Instant.parse("2026-03-29T02:00:00Z"), LocalDateTime.parse("2026-03-29T04:00:00")));
    }

    @Test
    void a_one_time_job_fires_once_and_only_at_its_time() { // P33
        var at = Instant.parse("2026-11-23T14:00:00Z");

        assertThat(new OnceAt(at).nextFireTime(at.minusNanos(1), ROME)).contains(at);
        assertThat(new OnceAt(at).nextFireTime(at, ROME)).isEmpty();
        assertThat(new Immediately().nextFireTime(Instant.MIN, ROME)).isEmpty();
        assertThat(List.of(new OnceAt(at), new Immediately())).allMatch(Schedule::isOneTime);
        assertThat(new Hourly(1, 0).isOneTime()).isFalse();
    }

    @Test
    void the_fire_time_at_an_instant_knows_the_local_times_that_coincide_there() {
        var gap = Instant.parse("2026-03-29T01:00:00Z");

        assertThat(new Hourly(1, 0).at(gap, ROME).firstNominal()).isEqualTo("2026-03-29T02:00:00");
        assertThat(new Daily(LocalTime.NOON).at(gap, ROME).firstNominal())
                .as("an instant that an earlier version of the schedule named")
                .isEqualTo("2026-03-29T03:00:00");
    }

    private static Stream<Instant> fireTimes(Schedule schedule, String after, ZoneId zone) {
        return Stream.iterate(
                schedule.nextFireTime(Instant.parse(after), zone).orElseThrow(),
                last -> schedule.nextFireTime(last, zone).orElseThrow());
    }
}
