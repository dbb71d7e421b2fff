package dev.longshore.benchmarks;

import dev.longshore.testing.Eventually;
import dev.longshore.testing.TestTokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Creates jobs, runs them and waits for their end, by REST.
 *
 * @param artifacts the artifact store's folder
 */
record ProductClient(TestTokens tokens, URI scheduler, URI history, Path artifacts) {
    private static final Duration CLEAN_UP = Duration.ofMinutes(1);
    private static final String STAGING = ".staging";
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();

    /**
     * A job that runs on demand.
     *
     * @param dateRange as the API has it
     * @param splitSizeMb {@code null} for one file
     */
    String createJob(String title, String dateRange, String splitSizeMb) throws IOException, InterruptedException {
        return post("/jobs", """
                {"title": "%s", "source": "CONTACT_HISTORY", "type": "INTERACTION",
                 "schedule": {"kind": "MONTHLY", "dayOfMonth": 1, "at": "00:00"}, "dateRange": %s,
                 "output": {"format": "JSON_LINES", "compression": "NONE", "splitSizeMb": %s}}
                """.formatted(title, dateRange, splitSizeMb))
                .get("id")
                .asString();
    }

    /**
     * Runs a job now; returns the run as the history shows it as soon as that says that it has completed.
     *
     * @param pause between two questions: each costs the machine that is measured something
     */
    JsonNode run(String jobId, Duration pause) throws IOException, InterruptedException {
        String runId = begin(jobId);
        JsonNode run = find(runId);
        while (!run.path("status").asString("").matches("COMPLETED|FAILED|CANCELLED")) {
            LockSupport.parkNanos(pause.toNanos());
            run = find(runId);
        }
        if (!run.get("status").asString().equals("COMPLETED")) {
            throw new IllegalStateException("the run did not complete: " + run);
        }
        return run;
    }

    /** Runs a job now. @return the run's id */
    String begin(String jobId) throws IOException, InterruptedException {
        return post("/jobs/" + jobId + "/runs", "{}").get("runId").asString();
    }

    /** An object without fields while the history does not know the run. */
    JsonNode find(String runId) throws IOException, InterruptedException {
        return read("/runs/" + runId);
    }

    /** What history-service answers; an object without fields when it does not answer with 200. */
    JsonNode read(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                HTTP.send(request(history, path).GET().build(), HttpResponse.BodyHandlers.ofString());
        return answer.statusCode() == 200 ? JSON.readTree(answer.body()) : JSON.createObjectNode();
    }

    /** Fire times and windows of a job that is not saved. */
    JsonNode preview(String job) throws IOException, InterruptedException {
        return post("/jobs/preview?count=10", job);
    }

    private JsonNode post(String path, String body) throws IOException, InterruptedException {
        HttpResponse<String> answer = HTTP.send(
                request(scheduler, path)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException("%s: status %d, %s".formatted(path, answer.statusCode(), answer.body()));
        }
        return JSON.readTree(answer.body());
    }

    private HttpRequest.Builder request(URI service, String path) {
        return HttpRequest.newBuilder(service.resolve("/api/v1" + path))
                .header("Authorization", tokens.bearer("benchmark", "ADMIN", "EXPORTER", "VIEWER"));
    }

    /**
     * Bytes and number of the data files that the store holds; then removes them, to have the disk back. Waits until the
     * worker has removed its staging area, so that this disturbs nobody's measurement.
     */
    Stored takeAway() throws IOException {
        Eventually.within(CLEAN_UP)
                .isTrue(
                        "the staging area is empty",
                        () -> filesBelow(artifacts.resolve(STAGING)).isEmpty());
        long bytes = 0;
        int files = 0;
        for (Path file : filesBelow(artifacts)) {
            if (file.toString().endsWith(".jsonl")) {
                bytes += Files.size(file);
                files++;
            }
            Files.delete(file);
        }
        return new Stored(files, bytes);
    }

    private static List<Path> filesBelow(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile).toList();
        }
    }

    /** What a run left. */
    record Stored(int files, long bytes) {}
}
