package dev.longshore.scheduler.preview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.scheduler.preview.PreviewView.WindowView;
import dev.longshore.scheduler.schedule.Daily;
import dev.longshore.scheduler.schedule.Immediately;
import dev.longshore.scheduler.schedule.Monthly;
import dev.longshore.scheduler.schedule.OnceAt;
import dev.longshore.scheduler.schedule.Schedule;
import dev.longshore.scheduler.settings.JobSettings;
import dev.longshore.scheduler.settings.MissedRuns;
import dev.longshore.scheduler.settings.OutputSettings;
import dev.longshore.scheduler.settings.Overlap;
import dev.longshore.scheduler.window.DateRange;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreviewPlannerTest {
    private static final Instant NOW = Instant.parse("2026-10-24T12:00:00Z");

    @Test
    void fire_times_are_shown_in_the_zone_of_the_job_with_their_windows() {
        var preview = PreviewPlanner.preview(job(new Daily(LocalTime.of(2, 30))), NOW, 2);

        assertThat(preview.fireTimes())
                .extracting(PreviewView.FireTimeView::local)
                .containsExactly("2026-10-25T02:30+02:00[Europe/Rome]", "2026-10-26T02:30+01:00[Europe/Rome]");
        assertThat(preview.fireTimes().get(1).window())
                .isEqualTo(
                        new WindowView(Instant.parse("2026-10-25T00:30:00Z"), Instant.parse("2026-10-26T01:30:00Z")));
        assertThat(preview.notes()).isEmpty();
    }

    @Test
    void a_one_time_job_has_one_fire_time() {
        var at = Instant.parse("2026-12-01T00:00:00Z");

        assertThat(PreviewPlanner.preview(job(new OnceAt(at)), NOW, 10).fireTimes())
                .extracting(PreviewView.FireTimeView::at)
                .containsExactly(at);
        assertThat(PreviewPlanner.preview(job(new Immediately()), NOW, 10).fireTimes())
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

        assertThat(PreviewPlanner.preview(job(monthly), NOW, 1).notes())
                .isEqualTo(note == null ? List.of() : List.of(note));
    }

    private static JobSettings job(Schedule schedule) {
        return new JobSettings(
                "Title",
                "",
                "CONTACT_HISTORY",
                "INTERACTION",
                List.of(),
                schedule,
                ZoneId.of("Europe/Rome"),
                new DateRange.Last(1, DateRange.Unit.DAYS),
                "startDate",
                new OutputSettings("JSON_LINES", "NONE", OptionalInt.empty()),
                MissedRuns.EACH,
                Overlap.WAIT,
                OptionalInt.empty());
    }
}
