package dev.longshore.system.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.testing.Eventually;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The REST API through the console's port, as a client with a user's name and password sees it. */
final class ConsoleApi {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration RUN_LIMIT = Duration.ofSeconds(60);
    private static final Set<String> ENDED = Set.of("COMPLETED", "FAILED", "CANCELLED", "SKIPPED");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI console;
    private final String authorization;

    ConsoleApi(URI console, String user, String password) {
        this.console = console;
        this.authorization =
                "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Creates a job of interactions that exports the last hour each hour, but for what is given.
     *
     * @return its id
     */
    String createJob(String title, Map<String, ?> settings) {
        var job = JSON.createObjectNode();
        job.put("title", title).put("source", "CONTACT_HISTORY").put("type", "INTERACTION");
        job.putPOJO("schedule", Map.of("kind", "HOURLY", "everyHours", 1, "minute", 5));
        job.putPOJO("dateRange", Map.of("kind", "LAST", "amount", 1, "unit", "HOURS"));
        settings.forEach(job::putPOJO);
        return post("/jobs", job.toString()).get("id").asString();
    }

    /** Asks for a run now and returns its id. */
    String runNow(String jobId) {
        return post("/jobs/" + jobId + "/runs", "{}").get("runId").asString();
    }

    /** Stops a run, unless it has ended by itself. */
    void cancelIfGoing(String runId) {
        send(request("/runs/" + runId + "/cancel")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}")));
    }

    /** Waits until a run has ended and returns it; how it ended is the caller's to judge. */
    JsonNode awaitEnd(String runId) {
        Eventually.within(RUN_LIMIT).isTrue("run %s ends".formatted(runId), () -> {
            HttpResponse<String> answer = send(request("/runs/" + runId).GET());
            return answer.statusCode() == 200
                    && ENDED.contains(JSON.readTree(answer.body()).get("status").asString());
        });
        return get("/runs/" + runId);
    }

    /** Changes the user's own password; false when this product has no such call. */
    boolean changePassword(String present, String wanted) {
        var body = JSON.createObjectNode().put("currentPassword", present).put("newPassword", wanted);
        HttpResponse<String> answer = send(request("/me/password")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString())));
        if (answer.statusCode() == 404) {
            return false;
        }
        require(answer);
        return true;
    }

    /** The status of a GET with a personal access token. */
    static int statusWithToken(URI console, String token, String path) {
        try {
            HttpRequest request = HttpRequest.newBuilder(console.resolve("/api/v1" + path))
                    .timeout(LIMIT)
                    .header("Authorization", "Bearer " + token)
                    .build();
            return HttpClient.newHttpClient()
                    .send(request, BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException("no answer from " + console, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    JsonNode get(String path) {
        return require(send(request(path).GET()));
    }

    JsonNode post(String path, String body) {
        return require(
                send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body))));
    }

    JsonNode put(String path, String body, String etag) {
        return require(send(request(path)
                .header("Content-Type", "application/json")
                .header("If-Match", etag)
                .PUT(BodyPublishers.ofString(body))));
    }

    void delete(String path) {
        require(send(request(path).DELETE()));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(console.resolve("/api/v1" + path))
                .timeout(LIMIT)
                .header("Authorization", authorization);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException("no answer from " + console, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static JsonNode require(HttpResponse<String> response) {
        assertThat(response.statusCode())
                .as("%s: %s", response.request().uri(), response.body())
                .isBetween(200, 299);
        return response.body().isEmpty() ? JSON.nullNode() : JSON.readTree(response.body());
    }
}
