package dev.longshore.scheduler.preview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.scheduler.preview.PreviewView.WindowView;
import dev.longshore.scheduler.schedule.Daily;
import dev.longshore.scheduler.schedule.Hourly;
import dev.longshore.scheduler.schedule.Immediately;
import dev.longshore.scheduler.schedule.Monthly;
import dev.longshore.scheduler.schedule.OnceAt;
import dev.longshore.scheduler.schedule.Schedule;
import dev.longshore.scheduler.settings.JobSettings;
import dev.longshore.scheduler.settings.MissedRuns;
import dev.longshore.scheduler.settings.OutputSettings;
import dev.longshore.scheduler.settings.Overlap;
import dev.longshore.scheduler.testing.JobSettingsBuilder;
import dev.longshore.scheduler.window.DateRange;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreviewPlannerTest {
    private static final Instant NOW = Instant.parse("2026-10-24T12:00:00Z");

    @Test
    void fire_times_are_shown_in_the_zone_of_the_job_with_their_windows() {
        var preview = PreviewPlanner.preview(job(new Daily(LocalTime.of(2, 30))), NOW, Optional.empty(), 2);

        assertThat(preview.fireTimes())
                .extracting(PreviewView.FireTimeView::local)
                .containsExactly("2026-10-25T02:30+02:00[Europe/Rome]", "2026-10-26T02:30+01:00[Europe/Rome]");
        assertThat(preview.fireTimes().get(1).window())
                .isEqualTo(
                        new WindowView(Instant.parse("2026-10-25T00:30:00Z"), Instant.parse("2026-10-26T01:30:00Z")));
        assertThat(preview.notes())
                .containsExactly(
                        "On 25 October the clocks go back: 02:30 comes twice, the run starts at the first",
                        "On 28 March the clocks go forward: there is no 02:30, the run starts at 03:00");
    }

    @Test
    void a_one_time_job_has_one_fire_time() {
        var at = Instant.parse("2026-12-01T00:00:00Z");

        assertThat(PreviewPlanner.preview(job(new OnceAt(at)), NOW, Optional.empty(), 10)
                        .fireTimes())
                .extracting(PreviewView.FireTimeView::at)
                .containsExactly(at);
        assertThat(PreviewPlanner.preview(job(new Immediately()), NOW, Optional.empty(), 10)
                        .fireTimes())
                .extracting(PreviewView.FireTimeView::at)
                .containsExactly(NOW);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "31 | SKIP     | Does not run in February, April, June, September and November",
                "30 | SKIP     | Does not run in February",
                "29 | SKIP     | Does not run in February, except in leap years",
                "28 | SKIP     |",
                "31 | LAST_DAY |"
            })
    void months_that_are_skipped_are_said_in_words(int day, Monthly.ShortMonths shortMonths, String note) { // P41
        var monthly = new Monthly(new Monthly.Numbered(day, shortMonths), LocalTime.NOON);

        assertThat(notes(job(monthly, new DateRange.All()))).isEqualTo(note == null ? List.of() : List.of(note));
    }

    @Test
    void what_lies_between_the_windows_is_said_in_words() {
        var thirtyFirst = new Monthly(new Monthly.Numbered(31, Monthly.ShortMonths.SKIP), LocalTime.MIDNIGHT);
        var lastMonth = new DateRange.Last(1, DateRange.Unit.MONTHS);

        assertThat(notes(job(thirtyFirst, lastMonth)))
                .containsExactly(
                        "Does not run in February, April, June, September and November",
                        "31 October to 30 November is not exported by this job",
                        "31 January to 28 February is not exported by this job",
                        "31 March to 30 April is not exported by this job",
                        "and so on: 4 times in the next year");
    }

    @Test
    void what_two_windows_share_is_said_in_words() {
        var lastDay = new Monthly(new Monthly.Last(), LocalTime.NOON);
        var lastMonth = new DateRange.Last(1, DateRange.Unit.MONTHS);
        var uneven = withZone(job(new Hourly(7, 30), new DateRange.Last(7, DateRange.Unit.HOURS)), "UTC");

        assertThat(notes(job(lastDay, lastMonth)))
                .containsExactly(
                        "30 October to 31 October is exported more than once",
                        "28 January to 31 January is exported more than once",
                        "30 March to 31 March is exported more than once",
                        "and so on: 5 times in the next year");
        assertThat(notes(uneven))
                .containsExactly(
                        "The hours are counted from 00:00 each day: the run at 21:30 is followed by one at 00:30",
                        "24 October 17:30 to 24 October 21:30 is exported more than once",
                        "25 October 17:30 to 25 October 21:30 is exported more than once",
                        "26 October 17:30 to 26 October 21:30 is exported more than once",
                        "and so on: 366 times in the next year");
    }

    @Test
    void windows_that_share_their_edges_need_no_words() {
        var utc = withZone(job(new Hourly(1, 0), new DateRange.Last(1, DateRange.Unit.HOURS)), "UTC");
        var chain = withZone(job(new Hourly(1, 0), new DateRange.SinceLast(Optional.empty())), "UTC");
        var fixed = new DateRange.Fixed(NOW.minusSeconds(60), NOW);

        assertThat(notes(utc)).isEmpty();
        assertThat(notes(chain)).isEmpty();
        assertThat(notes(withZone(job(new Hourly(1, 0), fixed), "UTC"))).isEmpty();
    }

    @Test
    void fire_times_that_coincide_are_one_run_with_the_union_of_their_windows() { // P36
        var hourly = job(new Hourly(1, 0), new DateRange.Last(1, DateRange.Unit.HOURS));
        var march = Instant.parse("2026-03-28T22:30:00Z");
        var preview = PreviewPlanner.preview(hourly, march, Optional.empty(), 4);

        assertThat(preview.fireTimes())
                .extracting(fire -> fire.window().from() + " " + fire.window().to())
                .containsExactly(
                        "2026-03-28T22:00:00Z 2026-03-28T23:00:00Z",
                        "2026-03-28T23:00:00Z 2026-03-29T00:00:00Z",
                        "2026-03-29T00:00:00Z 2026-03-29T01:00:00Z",
                        "2026-03-29T01:00:00Z 2026-03-29T02:00:00Z");
        assertThat(preview.notes())
                .contains("On 29 March the clocks go forward: 02:00 and 03:00 are one run at 03:00, whose window is the"
                        + " union of theirs");
    }

    @Test
    void a_chain_goes_on_from_its_end_or_starts_where_the_job_says() {
        var daily = new Daily(LocalTime.NOON);
        var fresh = withZone(job(daily, new DateRange.SinceLast(Optional.empty())), "UTC");
        var later = withZone(
                job(
                        daily,
                        new DateRange.SinceLast(
                                Optional.of(NOW.plus(Duration.ofDays(3).plusHours(1))))),
                "UTC");

        assertThat(windows(fresh, Optional.empty()))
                .containsExactly(
                        "2026-10-24T12:00:00Z 2026-10-25T12:00:00Z", "2026-10-25T12:00:00Z 2026-10-26T12:00:00Z");
        assertThat(windows(fresh, Optional.of(Instant.parse("2026-10-01T00:00:00Z"))))
                .containsExactly(
                        "2026-10-01T00:00:00Z 2026-10-25T12:00:00Z", "2026-10-25T12:00:00Z 2026-10-26T12:00:00Z");
        assertThat(notes(later))
                .containsExactly("Does not run before 28 October 12:00: the first window starts at 27 October 13:00");
    }

    private static List<String> notes(JobSettings job) {
        return PreviewPlanner.preview(job, NOW, Optional.empty(), 1).notes();
    }

    private static List<String> windows(JobSettings job, Optional<Instant> chainEnd) {
        return PreviewPlanner.preview(job, NOW, chainEnd, 2).fireTimes().stream()
                .map(fire -> fire.window().from() + " " + fire.window().to())
                .toList();
    }

    private static JobSettings job(Schedule schedule) {
        return job(schedule, new DateRange.Last(1, DateRange.Unit.DAYS));
    }

    private static JobSettings job(Schedule schedule, DateRange dateRange) {
        return new JobSettings(
                "Title",
                "",
                "CONTACT_HISTORY",
                "INTERACTION",
                List.of(),
                schedule,
                ZoneId.of("Europe/Rome"),
                dateRange,
                "startDate",
                new OutputSettings("JSON_LINES", "NONE", OptionalInt.empty()),
                MissedRuns.EACH,
                Overlap.WAIT,
                OptionalInt.empty(),
                OptionalInt.empty());
    }

    private static JobSettings withZone(JobSettings job, String zone) {
        return new JobSettingsBuilder(job).timeZone(zone).build();
    }
}
