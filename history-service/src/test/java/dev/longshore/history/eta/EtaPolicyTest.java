package dev.longshore.history.eta;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.history.progress.PhaseFacts;
import dev.longshore.history.progress.RunStatus;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EtaPolicyTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Duration LIMIT = Duration.ofSeconds(15);
    private static final Eta.Expected ESTIMATE =
            new Eta.Expected(NOON.plusSeconds(60), NOON.plusSeconds(50), NOON.plusSeconds(80));

    @Test
    void a_run_that_has_ended_has_no_eta_and_no_reason() {
        assertThat(eta(phase(RunStatus.COMPLETED, null, NOON, NOON), NOON, 0, ESTIMATE))
                .isEqualTo(new Eta.Over());
    }

    @Test
    void what_the_run_waits_for_is_the_reason() {
        assertThat(eta(phase(RunStatus.REQUESTED, null, null, null), null, 0, null))
                .isEqualTo(new Eta.Unknown("waiting for a worker to accept the run"));
        assertThat(eta(phase(RunStatus.REQUESTED, null, null, null), NOON, 0, null))
                .isEqualTo(new Eta.Unknown("waiting for a free worker"));
        assertThat(eta(phase(RunStatus.REQUESTED, "waiting for open transactions to end", null, null), NOON, 0, null))
                .isEqualTo(new Eta.Unknown("waiting for open transactions to end"));
        assertThat(eta(phase(RunStatus.PLANNED, null, NOON, null), NOON, 0, null))
                .isEqualTo(new Eta.Unknown("waiting for a free worker"));
    }

    @Test
    void planning_is_counting() {
        PhaseFacts planning = new PhaseFacts(RunStatus.REQUESTED, null, null, NOON, null, null, null, null);
        assertThat(eta(planning, NOON, 0, null)).isEqualTo(new Eta.Unknown("counting"));
    }

    @Test
    void a_run_that_lost_all_its_workers_waits_for_one() {
        assertThat(eta(phase(RunStatus.RUNNING, null, NOON, NOON), NOON, 0, ESTIMATE))
                .isEqualTo(new Eta.Unknown("waiting for a free worker"));
    }

    @Test
    void before_the_first_estimate_the_speed_is_measured() {
        assertThat(eta(phase(RunStatus.RUNNING, null, NOON, NOON), NOON, 2, null))
                .isEqualTo(new Eta.Unknown("measuring the speed"));
    }

    @Test
    void old_news_are_not_believed() {
        EtaFacts facts = new EtaFacts(phase(RunStatus.RUNNING, null, NOON, NOON), NOON, 2, NOON, ESTIMATE);
        assertThat(EtaPolicy.of(facts, NOON.plus(LIMIT).plusMillis(1), LIMIT))
                .isEqualTo(new Eta.Unknown("no news from the workers since 12:00:00 UTC"));
    }

    @Test
    void an_estimate_is_an_interval_that_is_never_in_the_past() {
        EtaFacts facts =
                new EtaFacts(phase(RunStatus.RUNNING, null, NOON, NOON), NOON, 2, NOON.plusSeconds(65), ESTIMATE);
        assertThat(EtaPolicy.of(facts, NOON, LIMIT))
                .isEqualTo(new Eta.Expected(NOON.plusSeconds(60), NOON.plusSeconds(50), NOON.plusSeconds(80)));
        assertThat(EtaPolicy.of(facts, NOON.plusSeconds(70), LIMIT))
                .isEqualTo(new Eta.Expected(NOON.plusSeconds(70), NOON.plusSeconds(70), NOON.plusSeconds(80)));
    }

    private static Eta eta(
            PhaseFacts phase, @Nullable Instant startedAt, long workers, Eta.@Nullable Expected estimate) {
        return EtaPolicy.of(new EtaFacts(phase, startedAt, workers, NOON, estimate), NOON, LIMIT);
    }

    private static PhaseFacts phase(
            RunStatus status, @Nullable String waitingFor, @Nullable Instant plannedAt, @Nullable Instant exportingAt) {
        return new PhaseFacts(
                status, waitingFor == null ? null : NOON, waitingFor, null, plannedAt, exportingAt, null, null);
    }
}
