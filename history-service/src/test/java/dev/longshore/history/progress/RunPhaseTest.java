package dev.longshore.history.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RunPhaseTest {
    private static final Instant T1 = Instant.parse("2026-11-23T10:00:01Z");
    private static final Instant T2 = T1.plusSeconds(1);

    @Test
    void a_run_without_news_waits() {
        assertThat(RunPhase.of(facts(RunStatus.REQUESTED, null, null, null, null, null, null)))
                .contains(RunPhase.WAITING);
    }

    @Test
    void a_run_whose_plan_was_begun_is_planning_until_it_names_what_it_waits_for() {
        assertThat(RunPhase.of(facts(RunStatus.REQUESTED, null, T1, null, null, null, null)))
                .contains(RunPhase.PLANNING);
        assertThat(RunPhase.of(facts(RunStatus.REQUESTED, T2, T1, null, null, null, null)))
                .contains(RunPhase.WAITING);
        assertThat(RunPhase.of(facts(RunStatus.REQUESTED, T1, T2, null, null, null, null)))
                .as("the plan was tried again after the wait")
                .contains(RunPhase.PLANNING);
    }

    @Test
    void a_planned_run_waits_for_a_worker() {
        assertThat(RunPhase.of(facts(RunStatus.PLANNED, null, T1, T2, null, null, null)))
                .contains(RunPhase.WAITING);
    }

    @Test
    void the_furthest_fact_tells_the_phase() {
        assertThat(RunPhase.of(facts(RunStatus.RUNNING, null, T1, T1, T1, null, null)))
                .contains(RunPhase.EXPORTING);
        assertThat(RunPhase.of(facts(RunStatus.RUNNING, null, T1, T1, T1, T2, null)))
                .contains(RunPhase.ASSEMBLING);
        assertThat(RunPhase.of(facts(RunStatus.RUNNING, null, T1, T1, T1, T2, T2)))
                .contains(RunPhase.PUBLISHING);
    }

    @Test
    void an_ended_run_is_in_no_phase() {
        for (RunStatus status : RunStatus.values()) {
            assertThat(RunPhase.of(facts(status, null, T1, T1, T1, T2, T2)).isEmpty())
                    .as("%s", status)
                    .isEqualTo(status.isEnded());
        }
    }

    private static PhaseFacts facts(
            RunStatus status,
            @Nullable Instant waitingAt,
            @Nullable Instant planningAt,
            @Nullable Instant plannedAt,
            @Nullable Instant exportingAt,
            @Nullable Instant laidOutAt,
            @Nullable Instant publishingAt) {
        return new PhaseFacts(
                status, waitingAt, "something", planningAt, plannedAt, exportingAt, laidOutAt, publishingAt);
    }
}
