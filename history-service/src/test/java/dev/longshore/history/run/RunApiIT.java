package dev.longshore.history.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.events.TaskKind;
import dev.longshore.history.testing.HistoryApi;
import dev.longshore.history.testing.RunMessages;
import dev.longshore.history.testing.RunningHistory;
import dev.longshore.platform.time.Ids;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** Runs by REST. */
class RunApiIT {
    private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");

    @RegisterExtension
    static final RunningHistory history = RunningHistory.asDelivered();

    HistoryApi viewer;
    HistoryApi exporter;

    @BeforeEach
    void callers() {
        viewer = history.api("VIEWER");
        exporter = history.api("EXPORTER");
    }

    @Test
    void a_window_that_may_be_open_is_warned_of() {
        RunMessages run = new RunMessages(Ids.nameBased("warned"), Ids.nameBased("warned job"), START);
        history.project(List.of(run.requested(), run.plannedWithWarning(1, 10, "2 transactions were open")));
        JsonNode view = viewer.getJson("/api/v1/runs/" + run.runId());
        assertThat(view.at("/windowWarning").asString()).isEqualTo("2 transactions were open");
        assertThat(view.at("/closedThrough").asString()).isEqualTo("2026-11-23T10:00:02Z");
    }

    @Test
    void the_latest_runs_of_many_jobs_are_one_answer() {
        List<UUID> jobs = List.of(Ids.nameBased("latest one"), Ids.nameBased("latest two"), Ids.nameBased("never ran"));
        for (int i = 0; i < 5; i++) {
            for (UUID job : jobs.subList(0, 2)) {
                history.project(List.of(new RunMessages(
                                Ids.nameBased(job.toString(), Integer.toString(i)), job, START.plusSeconds(60L * i))
                        .requested()));
            }
        }
        JsonNode latest = viewer.getJson("/api/v1/runs/latest?jobId=%s&jobId=%s&jobId=%s&perJob=3"
                .formatted(jobs.get(1), jobs.get(2), jobs.get(0)));
        assertThat(latest.at("/items/0/jobId").asString()).isEqualTo(jobs.get(1).toString());
        List<String> requested = new ArrayList<>();
        latest.at("/items/0/runs")
                .forEach(run -> requested.add(run.at("/requestedAt").asString()));
        assertThat(requested).containsExactly("2026-11-23T10:04:01Z", "2026-11-23T10:03:01Z", "2026-11-23T10:02:01Z");
        assertThat(latest.at("/items/1/runs").size()).isZero();
        assertThat(latest.at("/items/2/runs").size()).isEqualTo(3);
        assertRefused("/api/v1/runs/latest?jobId=%s&perJob=51".formatted(jobs.get(0)), "perJob");
    }

    // P70
    @Test
    void the_timeline_tells_who_did_what_and_what_failed() {
        RunMessages run = new RunMessages(Ids.nameBased("timeline"), Ids.nameBased("timeline job"), START);
        history.project(List.of(
                run.requested(),
                run.accepted(),
                run.started(TaskKind.PLAN, 1, 1, "worker-a"),
                run.planned(2, 200),
                run.started(TaskKind.EXPORT, 1, 2, "worker-a"),
                run.started(TaskKind.EXPORT, 2, 3, "worker-b"),
                run.failedAttempt(TaskKind.EXPORT, 1, 2, "worker-a"),
                run.started(TaskKind.EXPORT, 2, 4, "worker-c"),
                run.exported(2, 4, "worker-c", 100, 90),
                run.started(TaskKind.EXPORT, 1, 5, "worker-c")));
        JsonNode timeline = viewer.getJson("/api/v1/runs/" + run.runId() + "/timeline?limit=3");
        assertThat(timeline.at("/phases").size()).isEqualTo(3);
        assertThat(timeline.at("/phases/1/phase").asString()).isEqualTo("PLANNING");
        assertThat(timeline.at("/phases/1/seconds").asDouble()).isEqualTo(2.0);
        List<String> attempts = new ArrayList<>();
        timeline.at("/items").forEach(attempt -> attempts.add(describe(attempt)));
        JsonNode rest = viewer.getJson("/api/v1/runs/" + run.runId() + "/timeline?limit=3&cursor="
                + timeline.at("/nextCursor").asString());
        rest.at("/items").forEach(attempt -> attempts.add(describe(attempt)));
        assertThat(rest.at("/nextCursor").isNull()).isTrue();
        assertThat(attempts)
                .containsExactly(
                        "PLAN 1 worker-a DONE",
                        "EXPORT 1 worker-a FAILED SOURCE_UNAVAILABLE",
                        "EXPORT 1 worker-c RUNNING",
                        "EXPORT 2 worker-b LOST",
                        "EXPORT 2 worker-c DONE");
    }

    // P71
    @Test
    void an_ended_run_is_deleted_for_good_and_an_active_one_is_not() {
        RunMessages run = new RunMessages(Ids.nameBased("deleted"), Ids.nameBased("deleted job"), START);
        history.project(List.of(run.requested()));
        String path = "/api/v1/runs/" + run.runId();
        HttpResponse<String> refused = exporter.delete(path);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("run-in-progress");
        history.project(List.of(run.failed()));

        assertThat(viewer.delete(path).statusCode()).as("needs another role").isEqualTo(403);
        assertThat(exporter.delete(path).statusCode()).isEqualTo(204);
        assertThat(exporter.delete(path).statusCode()).isEqualTo(404);
        assertThat(idsOf("/api/v1/runs?jobId=" + run.jobId())).isEmpty();

        // The read model is dropped and made again from the events.
        history.execute(
                "DELETE FROM history.run WHERE run_id = '%s'".formatted(run.runId()),
                "DELETE FROM history.run_progress WHERE run_id = '%s'".formatted(run.runId()));
        history.project(List.of(run.requested(), run.failed()));
        assertThat(viewer.get(path).statusCode()).isEqualTo(404);
        assertThat(idsOf("/api/v1/runs?jobId=" + run.jobId())).isEmpty();
    }

    @Test
    void without_a_token_nothing_is_told() {
        int port = history.instance().port();
        assertThat(HistoryApi.statusWithoutToken(port, "/api/v1/runs")).isEqualTo(401);
        assertThat(HistoryApi.statusWithoutToken(port, "/api/v1/runs/stream")).isEqualTo(401);
        assertThat(HistoryApi.statusWithoutToken(port, "/actuator/health")).isEqualTo(200);
    }

    private List<String> idsOf(String path) {
        List<String> ids = new ArrayList<>();
        viewer.getJson(path).at("/items").forEach(run -> ids.add(run.at("/id").asString()));
        return ids;
    }

    private void assertRefused(String path, String field) {
        HttpResponse<String> response = viewer.get(path);
        assertThat(response.statusCode()).as(path).isEqualTo(400);
        assertThat(viewer.read(response.body()).at("/errors/0/field").asString())
                .as(path)
                .isEqualTo(field);
    }

    private static String describe(JsonNode attempt) {
        String text = "%s %d %s %s"
                .formatted(
                        attempt.at("/task").asString(),
                        attempt.at("/number").asInt(),
                        attempt.at("/worker").asString(),
                        attempt.at("/outcome").asString());
        return attempt.at("/failure").isNull()
                ? text
                : text + " " + attempt.at("/failure/kind").asString();
    }
}
