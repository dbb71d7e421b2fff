package dev.longshore.scheduler.preview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.scheduler.schedule.Daily;
import dev.longshore.scheduler.schedule.Immediately;
import dev.longshore.scheduler.schedule.OnceAt;
import dev.longshore.scheduler.schedule.Schedule;
import dev.longshore.scheduler.settings.JobSettings;
import dev.longshore.scheduler.testing.JobSettingsBuilder;
import dev.longshore.scheduler.window.DateRange;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A job that ran at noon of 23 November and is due at the next noon. */
class JobEditTest {
    private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");
    private static final Instant LAST = Instant.parse("2026-11-23T12:00:00Z");
    private static final Instant NEXT = Instant.parse("2026-11-24T12:00:00Z");
    private static final Schedule NOON = new Daily(LocalTime.NOON);
    private static final DateRange CHAIN = new DateRange.SinceLast(Optional.empty());
    private static final DateRange LAST_DAY = new DateRange.Last(1, DateRange.Unit.DAYS);

    @Test
    void what_does_not_touch_runs_and_windows_is_not_mentioned() {
        assertThat(edit(job(NOON, CHAIN), job(NOON, CHAIN), NEXT)).isEmpty();
    }

    @Test
    void windows_that_lie_apart_or_overlap_are_said() {
        assertThat(edit(job(NOON, CHAIN), job(NOON, LAST_DAY), NEXT))
                .containsExactly(
                        "The next window starts at 23 November 12:00, where the last one ended: nothing is left"
                                + " out or exported twice");
        assertThat(edit(job(NOON, LAST_DAY), job(NOON, new DateRange.Last(2, DateRange.Unit.HOURS)), NEXT))
                .containsExactly("23 November 12:00 to 24 November 10:00 is not exported by this job");
        assertThat(edit(job(NOON, LAST_DAY), job(NOON, new DateRange.Last(1, DateRange.Unit.WEEKS)), NEXT))
                .containsExactly("17 November to 23 November is exported more than once");
    }

    @Test
    void another_zone_moves_the_next_run() {
        var rome =
                new JobSettingsBuilder(job(NOON, CHAIN)).timeZone("Europe/Rome").build();

        assertThat(edit(job(NOON, CHAIN), rome, NEXT.minusSeconds(3600)))
                .containsExactly(
                        "The next run is at 24 November 12:00 Europe/Rome instead of 24 November 13:00",
                        "The next window starts at 23 November 13:00, where the last one ended: nothing is left out or"
                                + " exported twice");
    }

    @Test
    void another_date_column_may_drop_or_double_records() {
        var endDate =
                new JobSettingsBuilder(job(NOON, CHAIN)).dateColumn("endDate").build();

        assertThat(edit(job(NOON, CHAIN), endDate, NEXT))
                .singleElement()
                .asString()
                .startsWith("Windows rest on endDate instead of startDate from the next run on");
    }

    @Test
    void other_records_are_said() {
        var edit = new JobEdit(job(NOON, CHAIN), Optional.of(LAST), Optional.of(NEXT));
        var chats = new JobSettingsBuilder(job(NOON, CHAIN)).entityTypes("CHAT").build();

        assertThat(edit.inWords(chats, Optional.of(LAST), Optional.of(NEXT), NOW))
                .containsExactly(
                        "The next run exports other records; windows that were exported before stay as they are");
    }

    @Test
    void a_job_that_has_not_run_has_a_first_window() {
        var edit = new JobEdit(job(NOON, LAST_DAY), Optional.empty(), Optional.of(NEXT));

        assertThat(edit.inWords(job(NOON, CHAIN), Optional.empty(), Optional.of(NEXT), NOW))
                .containsExactly("The first window starts at 23 November 12:00");
        assertThat(edit.inWords(job(NOON, CHAIN), Optional.of(NEXT.plusSeconds(3600)), Optional.of(NEXT), NOW))
                .containsExactly("No run before the first window starts, at 24 November 13:00");
    }

    @Test
    void a_job_that_runs_at_once_or_never_again_says_so() {
        var edit = new JobEdit(job(NOON, LAST_DAY), Optional.of(LAST), Optional.of(NEXT));

        assertThat(edit.inWords(job(new Immediately(), LAST_DAY), Optional.empty(), Optional.empty(), NOW))
                .containsExactly("The job runs now");
        assertThat(edit.inWords(job(new OnceAt(LAST), LAST_DAY), Optional.empty(), Optional.empty(), NOW))
                .containsExactly("There is no next run");
    }

    private static List<String> edit(JobSettings before, JobSettings after, Instant next) {
        return new JobEdit(before, Optional.of(LAST), Optional.of(NEXT))
                .inWords(after, Optional.of(LAST), Optional.of(next), NOW);
    }

    private static JobSettings job(Schedule schedule, DateRange dateRange) {
        return new JobSettingsBuilder(schedule, dateRange).build();
    }
}
