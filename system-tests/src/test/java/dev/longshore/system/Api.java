package dev.longshore.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.testing.Eventually;
import dev.longshore.testing.TestTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an API client with every role does, with plain HTTP and a token as web-console mints it. */
public final class Api {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Set<String> ENDED = Set.of("COMPLETED", "FAILED", "CANCELLED", "SKIPPED");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http = HttpClient.newHttpClient();
    private final TestTokens tokens;
    private final URI scheduler;
    private final URI history;

    /** Addresses of the services, without a path. */
    public Api(TestTokens tokens, URI scheduler, URI history) {
        this.tokens = tokens;
        this.scheduler = scheduler;
        this.history = history;
    }

    /** Creates a job and returns it as the service shows it. */
    public JsonNode createJob(String job) {
        return require(201, send(post(scheduler, "/jobs", job)));
    }

    /** Asks for a run of a job now and returns its id. */
    public String runNow(String jobId) {
        return require(202, send(post(scheduler, "/jobs/" + jobId + "/runs", "{}")))
                .get("runId")
                .asString();
    }

    /** Has outcomes sent to a URL and returns the webhook with its secret. */
    public JsonNode createWebhook(String webhook) {
        return require(201, send(post(history, "/webhooks", webhook)));
    }

    /** Has outcomes sent again. */
    public JsonNode replay(String replay) {
        return require(202, send(post(history, "/replays", replay)));
    }

    /** Begins to make the read model of runs anew. */
    public void beginRebuild() {
        require(202, send(post(history, "/admin/rebuild", "")));
    }

    /** Returns the rebuild when it has ended. */
    public JsonNode awaitRebuild(Duration limit) {
        Eventually.within(limit)
                .isTrue(
                        "the rebuild has ended",
                        () -> !rebuild().get("state").asString().equals("RUNNING"));
        return rebuild();
    }

    private JsonNode rebuild() {
        return require(200, send(get(history, "/admin/rebuild")));
    }

    /** Stops a run. */
    public void cancel(String runId) {
        require(202, send(post(scheduler, "/runs/" + runId + "/cancel", "{}")));
    }

    /** The job as it is now. */
    public JsonNode job(String jobId) {
        return require(200, send(get(scheduler, "/jobs/" + jobId)));
    }

    /** All jobs. */
    public JsonNode jobs() {
        return require(200, send(get(scheduler, "/jobs"))).get("items");
    }

    /** The runs of a job, as the history shows them. */
    public JsonNode runsOf(String jobId) {
        return require(200, send(get(history, "/runs?jobId=" + jobId))).get("items");
    }

    /** The artifacts of a run. */
    public JsonNode artifactsOf(String runId) {
        return require(200, send(get(history, "/artifacts?runId=" + runId))).get("items");
    }

    /** The phases and attempts of a run. */
    public JsonNode timelineOf(String runId) {
        return require(200, send(get(history, "/runs/" + runId + "/timeline")));
    }

    /** Waits for the only run of a job that runs once, and then for its end. */
    public JsonNode awaitOnlyRunOf(String jobId, Duration limit) {
        Eventually.within(limit)
                .holds(
                        "the job's run is in the history",
                        () -> assertThat(runsOf(jobId)).hasSize(1));
        return awaitEnd(runsOf(jobId).get(0).get("id").asString(), limit);
    }

    /** Waits until a run has ended and returns it; how it ended is the caller's to judge. */
    public JsonNode awaitEnd(String runId, Duration limit) {
        Eventually.within(limit).isTrue("run %s ends".formatted(runId), () -> isEnded(runId));
        return run(runId);
    }

    /** Waits until a run has completed and returns it. */
    public JsonNode awaitCompleted(String runId, Duration limit) {
        JsonNode run = awaitEnd(runId, limit);
        assertThat(run.get("status").asString())
                .as("how run %s ended: %s", runId, run)
                .isEqualTo("COMPLETED");
        return run;
    }

    /** A run as the history shows it. */
    public JsonNode run(String runId) {
        return require(200, send(get(history, "/runs/" + runId)));
    }

    private boolean isEnded(String runId) {
        HttpResponse<String> response = send(get(history, "/runs/" + runId));
        return response.statusCode() == 200
                && ENDED.contains(JSON.readTree(response.body()).get("status").asString());
    }

    /** Downloads an artifact's content, or a part of it. */
    public HttpResponse<byte[]> download(String artifactId, String range) {
        return exchange(
                request(history, "/artifacts/" + artifactId + "/content")
                        .header("Range", range)
                        .GET()
                        .build(),
                BodyHandlers.ofByteArray());
    }

    private HttpRequest get(URI service, String path) {
        return request(service, path).GET().build();
    }

    private HttpRequest post(URI service, String path, String body) {
        return request(service, path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private HttpRequest.Builder request(URI service, String path) {
        return HttpRequest.newBuilder(service.resolve("/api/v1" + path))
                .timeout(LIMIT)
                .header("Authorization", tokens.bearer("ann", "VIEWER", "EXPORTER", "ADMIN"));
    }

    private HttpResponse<String> send(HttpRequest request) {
        return exchange(request, BodyHandlers.ofString());
    }

    private <T> HttpResponse<T> exchange(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return http.send(request, handler);
        } catch (IOException e) {
            throw new UncheckedIOException("no answer: " + request, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static JsonNode require(int status, HttpResponse<String> response) {
        assertThat(response.statusCode())
                .as("%s: %s", response.request().uri(), response.body())
                .isEqualTo(status);
        return JSON.readTree(response.body());
    }
}
