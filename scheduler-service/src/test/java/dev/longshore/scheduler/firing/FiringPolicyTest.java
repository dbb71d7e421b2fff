package dev.longshore.scheduler.firing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.scheduler.firing.FiringPolicy.Decision;
import dev.longshore.scheduler.firing.FiringPolicy.Situation;
import dev.longshore.scheduler.schedule.Hourly;
import dev.longshore.scheduler.settings.JobSettings;
import dev.longshore.scheduler.settings.MissedRuns;
import dev.longshore.scheduler.settings.OutputSettings;
import dev.longshore.scheduler.settings.Overlap;
import dev.longshore.scheduler.window.DateRange;
import dev.longshore.scheduler.window.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An hourly job that is due at ten. */
class FiringPolicyTest {
    private static final FiringPolicy POLICY = new FiringPolicy(Duration.ofMinutes(1), 4, 9);
    private static final Instant TEN = Instant.parse("2026-11-23T10:00:00Z");

    @ParameterizedTest
    @EnumSource(MissedRuns.class)
    void a_fire_time_that_is_on_time_is_issued_whatever_the_policy(MissedRuns missedRuns) {
        var decision = decide(job(Overlap.WAIT), missedRuns, idleAt(TEN.plusMillis(200)));

        assertThat(issued(decision)).isEqualTo("10:00 [09:00, 10:00)");
        assertThat(decision.skips()).isEmpty();
        assertThat(decision.nextFireTime()).contains(hour(11));
    }

    @Test
    void each_missed_fire_time_gets_its_run_one_after_the_other() {
        var decision = decide(job(Overlap.WAIT), MissedRuns.EACH, idleAt(hour(13)));

        assertThat(issued(decision)).isEqualTo("10:00 [09:00, 10:00)");
        assertThat(decision.skips()).isEmpty();
        assertThat(decision.nextFireTime()).contains(hour(11));
    }

    @Test
    void of_missed_fire_times_only_the_latest_gets_its_run() {
        var decision = decide(job(Overlap.WAIT), MissedRuns.LATEST, idleAt(hour(12).plusSeconds(1800)));

        assertThat(issued(decision)).isEqualTo("12:00 [11:00, 12:00)");
        assertThat(skipped(decision)).containsExactly(hour(10), hour(11));
        assertThat(decision.nextFireTime()).contains(hour(13));
    }

    @Test
    void missed_fire_times_are_merged_into_one_window() {
        var decision = decide(job(Overlap.WAIT), MissedRuns.MERGED, idleAt(hour(17)));

        assertThat(issued(decision)).isEqualTo("17:00 [09:00, 17:00)");
        assertThat(decision.skips()).isEmpty();
        assertThat(decision.nextFireTime()).contains(hour(18));
    }

    @Test
    void missed_fire_times_are_all_passed_over() {
        var decision = decide(job(Overlap.WAIT), MissedRuns.NONE, idleAt(hour(12).plusSeconds(61)));

        assertThat(decision.issue()).isEmpty();
        assertThat(skipped(decision)).containsExactly(hour(10), hour(11), hour(12));
        assertThat(decision.nextFireTime()).contains(hour(13));
    }

    @Test
    void the_last_fire_time_is_not_missed_when_it_is_on_time() {
        var decision = decide(job(Overlap.WAIT), MissedRuns.NONE, idleAt(hour(12).plusSeconds(59)));

        assertThat(issued(decision)).isEqualTo("12:00 [11:00, 12:00)");
        assertThat(skipped(decision)).containsExactly(hour(10), hour(11));
    }

    @Test
    void a_fire_time_that_waited_for_a_run_is_not_missed() {
        var justEnded = new Situation(
                hour(12).plusSeconds(1800),
                false,
                Optional.empty(),
                Optional.of(hour(12).plusSeconds(1799)),
                Optional.empty());

        assertThat(issued(decide(job(Overlap.WAIT), MissedRuns.NONE, justEnded)))
                .isEqualTo("12:00 [11:00, 12:00)");
    }

    @ParameterizedTest
    @EnumSource(
            value = MissedRuns.class,
            names = {"LATEST", "NONE"})
    void thousands_of_missed_fire_times_are_passed_over_batch_by_batch(MissedRuns missedRuns) {
        var decision = decide(job(Overlap.WAIT), missedRuns, idleAt(TEN.plus(Duration.ofDays(365))));

        assertThat(decision.issue()).isEmpty();
        assertThat(skipped(decision)).containsExactly(hour(10), hour(11), hour(12), hour(13));
        assertThat(decision.nextFireTime()).contains(hour(14));
    }

    @Test
    void a_policy_chosen_for_a_resumption_holds_for_what_was_missed_until_then() {
        var now = hour(14);
        var decision = POLICY.decide(job(Overlap.WAIT), TEN, MissedRuns.LATEST, hour(12), idleAt(now));

        assertThat(issued(decision)).isEqualTo("12:00 [11:00, 12:00)");
        assertThat(decision.nextFireTime()).contains(hour(13));
    }

    @Test
    void a_fire_time_waits_while_a_run_is_at_work() {
        var decision = decide(job(Overlap.WAIT), MissedRuns.EACH, busySince(hour(9)));

        assertThat(decision.isToWait()).isTrue();
        assertThat(decision.nextFireTime()).contains(TEN);
    }

    @Test
    void a_fire_time_that_overlaps_is_skipped_if_the_job_wants_that() {
        var decision = decide(job(Overlap.SKIP), MissedRuns.EACH, busySince(hour(9)));

        assertThat(skipped(decision)).containsExactly(TEN);
        assertThat(decision.issue()).isEmpty();
        assertThat(decision.nextFireTime()).contains(hour(11));
    }

    @Test
    void a_missed_fire_time_does_not_overlap_the_run_that_catches_up_before_it() {
        var catchingUp = new Situation(
                TEN.plusSeconds(3601), true, Optional.of(TEN.plusSeconds(3600)), Optional.empty(), Optional.empty());

        assertThat(decide(job(Overlap.SKIP), MissedRuns.EACH, catchingUp).isToWait())
                .isTrue();
    }

    private static Decision decide(JobSettings job, MissedRuns missedRuns, Situation situation) {
        return POLICY.decide(job, TEN, missedRuns, situation.now(), situation);
    }

    private static Situation idleAt(Instant now) {
        return new Situation(now, false, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Situation busySince(Instant since) {
        return new Situation(TEN.plusMillis(1), true, Optional.of(since), Optional.empty(), Optional.empty());
    }

    private static Instant hour(int hour) {
        return TEN.plus(Duration.ofHours(hour - 10L));
    }

    private static String issued(Decision decision) {
        var due = decision.issue().orElseThrow();
        var window = (Window.Interval) due.window();
        return "%s [%s, %s)".formatted(time(due.fireTime()), time(window.from()), time(window.to()));
    }

    private static String time(Instant instant) {
        return instant.toString().substring(11, 16);
    }

    private static List<Instant> skipped(Decision decision) {
        return decision.skips().stream().map(skip -> skip.due().fireTime()).toList();
    }

    private static JobSettings job(Overlap overlap) {
        return new JobSettings(
                "Hourly",
                "",
                "CONTACT_HISTORY",
                "INTERACTION",
                List.of(),
                new Hourly(1, 0),
                ZoneId.of("UTC"),
                new DateRange.Last(1, DateRange.Unit.HOURS),
                "startDate",
                new OutputSettings("JSON_LINES", "NONE", OptionalInt.empty()),
                MissedRuns.EACH,
                overlap,
                OptionalInt.empty(),
                OptionalInt.empty());
    }
}
