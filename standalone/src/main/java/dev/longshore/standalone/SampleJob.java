package dev.longshore.standalone;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The hourly job of a first start, made and run once through the public interface, as a user would. Harmless to repeat. */
final class SampleJob {

    static final String TITLE = "Interactions, hourly";

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration FIRST_WINDOW = Duration.ofDays(7);
    private static final String DEFINITION = """
            {
              "title": "%s",
              "description": "Made at the first start: every hour, the interactions of the hour before.",
              "source": "CONTACT_HISTORY",
              "type": "INTERACTION",
              "schedule": {"kind": "HOURLY", "everyHours": 1, "minute": 5},
              "timeZone": "%s",
              "dateRange": {"kind": "LAST", "amount": 1, "unit": "HOURS"},
              "output": {"format": "JSON_LINES", "compression": "NONE", "splitSizeMb": 64}
            }
            """;
    private static final String RUN = """
            {"window": {"from": "%s", "to": "%s"}}
            """;
    private static final List<String> ENDED_OTHERWISE = List.of("FAILED", "CANCELLED", "SKIPPED");

    private final ProductApi api;
    private final InstantSource clock;
    private final Shutdown shutdown;

    SampleJob(ProductApi api, InstantSource clock, Shutdown shutdown) {
        this.api = api;
        this.clock = clock;
        this.shutdown = shutdown;
    }

    /**
     * What the first run exported.
     *
     * @param files how many files it left
     */
    record FirstRun(long rows, long files) {}

    /**
     * Makes the job, runs it for the seven days before an instant and returns when its files are there.
     *
     * @param until the same at each repetition
     * @throws IllegalStateException when the run does not complete within two minutes
     */
    FirstRun createAndRun(Instant until) throws IOException, InterruptedException {
        var job = api.post("jobs", "sample-job", DEFINITION.formatted(TITLE, zone()));
        var run = api.post(
                "jobs/" + job.path("id").asString() + "/runs",
                "sample-job-first-run",
                RUN.formatted(until.minus(FIRST_WINDOW), until));
        return awaitCompletion(run.path("runId").asString());
    }

    // A machine without a region (an offset, an abbreviation) gets the interface's default.
    private static String zone() {
        var zone = ZoneId.systemDefault().getId();
        return zone.contains("/") && ZoneId.getAvailableZoneIds().contains(zone) ? zone : "UTC";
    }

    private FirstRun awaitCompletion(String runId) throws IOException, InterruptedException {
        var deadline = clock.instant().plus(PATIENCE);
        var status = "not known yet";
        while (clock.instant().isBefore(deadline) && !shutdown.isRequestedWithin(PAUSE)) {
            var run = api.find("runs/" + runId);
            if (run.isEmpty()) {
                continue;
            }
            status = run.get().path("status").asString();
            if (status.equals("COMPLETED")) {
                return firstRun(run.get());
            }
            if (ENDED_OTHERWISE.contains(status)) {
                throw new IllegalStateException("the sample job's first run ended as %s: %s"
                        .formatted(status, run.get().path("failure").path("message")));
            }
        }
        throw new IllegalStateException("the sample job's first run %s did not complete within %s; it is %s"
                .formatted(runId, PATIENCE, status));
    }

    private static FirstRun firstRun(JsonNode run) {
        return new FirstRun(
                run.path("progress").path("rows").asLong(), run.path("files").asLong());
    }
}
