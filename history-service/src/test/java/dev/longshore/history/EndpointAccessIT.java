package dev.longshore.history;

import static dev.longshore.testing.EndpointTable.Least.ADMINISTRATOR;
import static dev.longshore.testing.EndpointTable.Least.EXPORTER;
import static dev.longshore.testing.EndpointTable.Least.VIEWER;
import static dev.longshore.testing.EndpointTable.Shows.ALL_OR_NEW;
import static dev.longshore.testing.EndpointTable.Shows.LIST;
import static dev.longshore.testing.EndpointTable.Shows.NAMED;
import static dev.longshore.testing.EndpointTable.Shows.NO_SOURCE;
import static dev.longshore.testing.EndpointTable.Shows.ONE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.artifact.ArtifactStore;
import dev.longshore.artifact.PublishedName;
import dev.longshore.history.testing.HistoryApi;
import dev.longshore.history.testing.RunMessages;
import dev.longshore.history.testing.RunningHistory;
import dev.longshore.platform.time.Ids;
import dev.longshore.platform.time.Micros;
import dev.longshore.testing.EndpointAccess;
import dev.longshore.testing.EndpointTable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.context.ApplicationContext;

/** P85: all endpoints, with every kind of caller. */
class EndpointAccessIT {
    private static final String SOURCE = "CONTACT_HISTORY";
    private static final String TITLE = "Guarded by its source";

    @RegisterExtension
    static final RunningHistory history = RunningHistory.asDelivered();

    private final ArtifactStore store = history.bean(ArtifactStore.class);

    private final ApplicationContext context = history.instance().context();

    @TestFactory
    Stream<DynamicTest> access() throws Exception {
        int port = history.instance().port();
        HistoryApi api = history.api("ADMIN");
        RunMessages ended = published();
        RunMessages active =
                new RunMessages(Ids.nameBased("active"), ended.jobId(), now().plusSeconds(50), "INTERACTION", TITLE);
        history.project(List.of(active.requested()));
        String webhook =
                api.read(api.post("/api/v1/webhooks", """
                        {"url": "https://example.org/guarded"}
                        """).body()).path("id").asString();
        String replay =
                api.read(api.post("/api/v1/replays", """
                        {"from": "2026-01-01T00:00:00Z", "to": "2026-01-02T00:00:00Z"}
                        """).body()).path("id").asString();
        List<String> before = state(api, ended);
        return new EndpointAccess(context, port, history.instance().tokens(), table(ended, webhook, replay), SOURCE)
                .tests(() -> assertThat(state(api, ended)).isEqualTo(before));
    }

    private static List<String> state(HistoryApi api, RunMessages run) {
        return List.of(
                api.get("/api/v1/runs/" + run.runId()).body(),
                api.get("/api/v1/artifacts").body(),
                api.get("/api/v1/webhooks").body());
    }

    private static EndpointTable table(RunMessages ended, String webhook, String replay) {
        String run = "/api/v1/runs/" + ended.runId();
        String file = "/api/v1/artifacts/" + Ids.nameBased(ended.runId().toString(), "a.jsonl");
        String manifest =
                Ids.nameBased(ended.runId().toString(), "manifest.json").toString();
        EndpointTable table = new EndpointTable(TITLE)
                .row("GET", "/api/v1/runs", VIEWER, LIST, "/api/v1/runs")
                .row("GET", "/api/v1/runs/latest", VIEWER, LIST, "/api/v1/runs/latest?perJob=5&jobId=" + ended.jobId())
                .row("GET", "/api/v1/runs/stream", VIEWER, LIST, "/api/v1/runs/stream")
                .row(
                        "GET",
                        "/api/v1/runs/eta-quality",
                        VIEWER,
                        ALL_OR_NEW,
                        "/api/v1/runs/eta-quality?jobId=" + ended.jobId())
                .row("GET", "/api/v1/runs/{id}", VIEWER, ONE, run)
                .row("GET", "/api/v1/runs/{id}/timeline", VIEWER, ONE, run + "/timeline")
                .row("GET", "/api/v1/runs/{id}/manifest", VIEWER, ONE, run + "/manifest")
                .row("GET", "/api/v1/artifacts", VIEWER, LIST, "/api/v1/artifacts")
                .row("GET", "/api/v1/artifacts/{id}/content", VIEWER, ONE, file + "/content");
        webhooks(table, "/api/v1/webhooks", webhook);
        return table.row("POST", "/api/v1/replays", ADMINISTRATOR, NO_SOURCE, "/api/v1/replays", """
                        {"from": "2026-01-01T00:00:00Z", "to": "2026-01-02T00:00:00Z"}
                        """)
                .row("GET", "/api/v1/replays/{id}", ADMINISTRATOR, NO_SOURCE, "/api/v1/replays/" + replay)
                .row("GET", "/api/v1/audit", ADMINISTRATOR, NO_SOURCE, "/api/v1/audit")
                .row("GET", "/api/v1/audit.csv", ADMINISTRATOR, NO_SOURCE, "/api/v1/audit.csv")
                .row("GET", "/api/v1/artifacts/archive", VIEWER, NAMED, "/api/v1/artifacts/archive?ids=" + manifest)
                .row("POST", "/api/v1/artifacts/archive", VIEWER, NAMED, "/api/v1/artifacts/archive", """
                        {"ids": ["%s"]}
                        """.formatted(
                                manifest))
                .row("POST", "/api/v1/artifacts/delete", EXPORTER, LIST, "/api/v1/artifacts/delete", """
                        {"ids": ["%s"]}
                        """.formatted(
                                manifest))
                .telling("\"deleted\":[\"" + manifest)
                .row("DELETE", "/api/v1/artifacts/{id}", EXPORTER, ONE, file)
                .row("DELETE", "/api/v1/runs/{id}", EXPORTER, ONE, run)
                .row("GET", "/api/v1/admin/rebuild", ADMINISTRATOR, NO_SOURCE, "/api/v1/admin/rebuild")
                .ofNothing()
                .row("POST", "/api/v1/admin/rebuild", ADMINISTRATOR, NO_SOURCE, "/api/v1/admin/rebuild")
                .row("DELETE", "/api/v1/admin/rebuild", ADMINISTRATOR, NO_SOURCE, "/api/v1/admin/rebuild")
                .ofNothing();
    }

    private static void webhooks(EndpointTable table, String all, String webhook) {
        String one = all + "/" + webhook;
        String nothing = one + "/deliveries/" + Ids.nameBased("no delivery");
        String body = "{\"url\": \"https://example.org/new\"}";
        table.row("GET", all, ADMINISTRATOR, NO_SOURCE, all)
                .row("POST", all, ADMINISTRATOR, NO_SOURCE, all, body)
                .row("GET", all + "/{id}", ADMINISTRATOR, NO_SOURCE, one)
                .row("PUT", all + "/{id}", ADMINISTRATOR, NO_SOURCE, one, body)
                .row("POST", all + "/{id}/secret", ADMINISTRATOR, NO_SOURCE, one + "/secret")
                .row("GET", all + "/{webhookId}/deliveries", ADMINISTRATOR, NO_SOURCE, one + "/deliveries")
                .row("GET", all + "/{webhookId}/deliveries/{id}", ADMINISTRATOR, NO_SOURCE, nothing)
                .ofNothing()
                .row(
                        "POST",
                        all + "/{webhookId}/deliveries/{id}/redeliver",
                        ADMINISTRATOR,
                        NO_SOURCE,
                        nothing + "/redeliver")
                .ofNothing()
                .row("DELETE", all + "/{id}", ADMINISTRATOR, NO_SOURCE, one);
    }

    private RunMessages published() throws Exception {
        byte[] content = "{}\n".getBytes(StandardCharsets.UTF_8);
        RunMessages run =
                new RunMessages(Ids.nameBased("ended"), Ids.nameBased("ended job"), now(), "INTERACTION", TITLE);
        String sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        store.createIfAbsent(new PublishedName(run.folder(), "a.jsonl"), content);
        store.createIfAbsent(new PublishedName(run.folder(), "manifest.json"), content);
        history.project(List.of(
                run.requested(),
                run.assembled(1, 1, "worker-a", "a.jsonl", 1, content.length, sha256),
                run.completed(1, 1, content.length, sha256, content.length)));
        return run;
    }

    private static Instant now() {
        return Micros.now(InstantSource.system()).minusSeconds(60);
    }
}
