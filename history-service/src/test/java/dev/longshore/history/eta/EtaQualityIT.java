package dev.longshore.history.eta;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.events.TaskKind;
import dev.longshore.history.testing.HistoryApi;
import dev.longshore.history.testing.RunMessages;
import dev.longshore.history.testing.RunningHistory;
import dev.longshore.platform.time.Ids;
import dev.longshore.platform.time.Micros;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** Estimates from the first news to the judgement, in the database and by REST. */
class EtaQualityIT {
    @RegisterExtension
    static final RunningHistory history =
            RunningHistory.changed(delivered -> delivered.with("longshore.history.eta.interval", "0ms"));

    private final Jdbi jdbi = history.bean(Jdbi.class);

    private final MeterRegistry meters = history.bean(MeterRegistry.class);

    HistoryApi viewer;

    @BeforeEach
    void caller() {
        viewer = history.api("VIEWER");
    }

    @Test
    void a_completed_run_is_judged_once_and_a_rebuild_leaves_the_judgement_alone() {
        UUID jobId = Ids.nameBased("judged job");
        RunMessages run = run("judged", jobId);
        List<SpecificRecord> messages = wholeRun(run);
        long counted = meters.get("longshore.history.eta.error").summary().count();
        history.project(messages);
        JsonNode quality = viewer.getJson("/api/v1/runs/eta-quality?jobId=" + jobId);
        assertThat(quality.at("/runs").asInt()).isOne();
        assertThat(quality.at("/inWords").asString()).startsWith("The last estimate was off by ");
        assertThat(meters.get("longshore.history.eta.error").summary().count()).isEqualTo(counted + 1);
        assertThat(count("told_estimate", run.runId())).isZero();
        assertThat(count("eta_score", run.runId())).isPositive();

        jdbi.useHandle(handle -> handle.execute("TRUNCATE run, run_progress, attempt, artifact"));
        history.project(messages);
        assertThat(viewer.getJson("/api/v1/runs/eta-quality?jobId=" + jobId)).isEqualTo(quality);
        assertThat(meters.get("longshore.history.eta.error").summary().count()).isEqualTo(counted + 1);
    }

    @Test
    void a_job_with_a_past_tells_before_the_start_how_long_the_run_takes() {
        UUID jobId = Ids.nameBased("job with a past");
        RunMessages first = run("first of its job", jobId);
        history.project(List.of(first.requested()));
        assertThat(viewer.getJson("/api/v1/runs/" + first.runId())
                        .at("/expectedWork")
                        .isNull())
                .isTrue();
        history.project(wholeRun(first));
        RunMessages next = run("next of its job", jobId);
        history.project(List.of(next.requested(), next.accepted()));
        JsonNode view = viewer.getJson("/api/v1/runs/" + next.runId());
        assertThat(view.at("/eta").isNull()).isTrue();
        assertThat(view.at("/etaUnknownBecause").asString()).isEqualTo("waiting for a free worker");
        assertThat(view.at("/expectedWork/seconds").asDouble()).isPositive();
        assertThat(view.at("/expectedWork/least").asDouble())
                .isLessThanOrEqualTo(view.at("/expectedWork/most").asDouble());
    }

    @Test
    void nothing_is_estimated_from_old_news() {
        RunMessages old = new RunMessages(
                Ids.nameBased("old news"),
                Ids.nameBased("job of old news"),
                Micros.now(InstantSource.system()).minusSeconds(3_600));
        history.project(wholeRun(old));
        assertThat(count("eta_quality", old.runId())).isZero();
        assertThat(count("told_estimate", old.runId())).isZero();
    }

    @Test
    void the_number_of_runs_looked_back_on_has_bounds() {
        assertThat(viewer.get("/api/v1/runs/eta-quality?limit=0").statusCode()).isEqualTo(400);
        assertThat(viewer.getJson("/api/v1/runs/eta-quality?jobId=" + UUID.randomUUID())
                        .at("/inWords")
                        .asString())
                .isEqualTo("No estimate has been judged yet");
    }

    private long count(String table, UUID runId) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT count(*) FROM <table> WHERE run_id = :run")
                .define("table", table)
                .bind("run", runId)
                .mapTo(Long.class)
                .one());
    }

    /** Its last messages are of now: nothing is estimated from old news. */
    private static RunMessages run(String name, UUID jobId) {
        return new RunMessages(
                Ids.nameBased(name), jobId, Micros.now(InstantSource.system()).minusSeconds(14));
    }

    private static List<SpecificRecord> wholeRun(RunMessages run) {
        List<SpecificRecord> messages = new ArrayList<>();
        messages.add(run.requested());
        messages.add(run.accepted());
        messages.add(run.planned(4, 400));
        for (int chunk = 1; chunk <= 4; chunk++) {
            messages.add(run.started(TaskKind.EXPORT, chunk, chunk, RunMessages.WORKER));
            messages.add(run.progress(TaskKind.EXPORT, chunk, chunk, RunMessages.WORKER, 50, 50));
            messages.add(run.exported(chunk, chunk, RunMessages.WORKER, 100, 100));
        }
        messages.add(run.laidOut(1, 400));
        messages.add(run.completed(1, 400, 40_000, "cafe", 17));
        return messages;
    }
}
