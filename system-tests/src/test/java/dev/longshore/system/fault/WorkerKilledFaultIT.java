package dev.longshore.system.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.events.RunEventKind;
import dev.longshore.system.Export;
import dev.longshore.system.Installation;
import dev.longshore.system.ServiceProcess;
import dev.longshore.testing.Eventually;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * A worker process is killed (SIGKILL) at the most awkward places of each step of a run. Another worker, which stood by,
 * finishes the run, and what comes out cannot be told from what an undisturbed run makes. That worker is the next to be
 * killed.
 */
@Tag("fault")
@Tag("slow")
class WorkerKilledFaultIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String OUTCOME_COMMITTED = "outcome-committed";

    /** First those that are reached by a worker that streams files, then those that are reached by one that does not. */
    private static final List<String> POINTS = List.of(
            "task-claimed-PLAN",
            "task-claimed-EXPORT",
            "segment-stored",
            "chunk-streamed",
            "task-claimed-LAY_OUT",
            "task-claimed-PUBLISH",
            "file-moved",
            "manifest-written",
            OUTCOME_COMMITTED,
            "task-claimed-ASSEMBLE",
            "file-stored");

    /** A lost worker is noticed sooner than by default, by the others and by the broker. */
    @RegisterExtension
    static final Installation longshore = Installation.withInteractions(
            3_000,
            Map.of(
                    "longshore.worker.plan.keys-per-chunk", 800,
                    "longshore.worker.lease", "2s",
                    "longshore.worker.renew-every", "400ms",
                    "longshore.worker.sweep-every", "200ms",
                    "longshore.worker.untaken-after", "1s",
                    "spring.kafka.consumer.properties.session.timeout.ms", 2_000,
                    "spring.kafka.consumer.properties.heartbeat.interval.ms", 300));

    @TempDir
    static Path scratch;

    private static String jobId = "";
    private static Export undisturbed = new Export("", Path.of(""));

    /** Who works; none when the last test failed. */
    private static @Nullable Worker atWork;

    /** Who will take over. */
    private static @Nullable Worker standingBy;

    private record Worker(ServiceProcess process, boolean streams) {}

    @BeforeAll
    static void anUndisturbedRun() {
        jobId = longshore
                .api()
                .createJob("""
                {"title": "Survivor", "source": "CONTACT_HISTORY", "type": "INTERACTION",
                 "schedule": {"kind": "MONTHLY", "dayOfMonth": 1, "at": "00:00"},
                 "dateRange": {"kind": "FIXED", "from": "%s", "to": "%s"},
                 "output": {"format": "JSON_LINES", "compression": "NONE", "splitSizeMb": 1}}
                """.formatted(longshore.sampleEnd().minus(Duration.ofDays(100)), longshore.sampleEnd()))
                .get("id")
                .asString();
        atWork = putToWork(startWorker(true));
        standingBy = startWorker(true);
        String runId = longshore.api().runNow(jobId);
        longshore.api().awaitCompleted(runId, LIMIT);
        undisturbed = Export.of(longshore, runId);
        assertThat(undisturbed.sumsByName()).as("files to compare with").hasSizeGreaterThan(1);
    }

    @AfterAll
    static void killWorkers() {
        kill(atWork);
        kill(standingBy);
    }

    private static void kill(@Nullable Worker worker) {
        if (worker != null) {
            worker.process().kill();
        }
    }

    /** One slot, so that a process that streams files has all chunks in their order. */
    private static Worker startWorker(boolean streams) {
        Map<String, Object> settings = new HashMap<>(ParkingWorker.obeying(order(), marker()));
        settings.put("longshore.worker.slots", 1);
        settings.put("longshore.worker.export.stream-files", streams);
        return new Worker(longshore.startWorkerProcess(ParkingWorker.class, settings), streams);
    }

    private static Worker putToWork(Worker worker) {
        worker.process().tell("work");
        return worker;
    }

    /** The worker at work if it reaches the point, otherwise a new one. */
    private static Worker victim(String point) {
        Worker present = atWork;
        if (present != null && present.streams() == isReachedWhenStreaming(point)) {
            return present;
        }
        kill(present);
        return putToWork(startWorker(isReachedWhenStreaming(point)));
    }

    /** Who stands by, or a new worker that will then be the victim at the point after this one. */
    private static Worker successor(String point) {
        Worker present = standingBy;
        return present != null ? present : startWorker(isReachedWhenStreaming(after(point)));
    }

    /** Files that were streamed are not put together. */
    private static boolean isReachedWhenStreaming(String point) {
        return !point.equals("task-claimed-ASSEMBLE") && !point.equals("file-stored");
    }

    /** The point at which the next worker is killed; the last one when there is none. */
    private static String after(String point) {
        return POINTS.get(Math.min(POINTS.indexOf(point) + 1, POINTS.size() - 1));
    }

    @ParameterizedTest
    @FieldSource("POINTS")
    void a_run_whose_worker_is_killed_ends_with_the_same_files_and_manifest_and_one_outcome(String point)
            throws IOException {
        Worker victim = victim(point);
        atWork = null;
        Files.writeString(order(), point);
        String runId = longshore.api().runNow(jobId);
        try {
            Eventually.within(LIMIT).isTrue("the worker stands at " + point, () -> {
                assertThat(victim.process().isAlive())
                        .as("worker process %s", victim.process().name())
                        .isTrue();
                return Files.exists(marker());
            });
        } finally {
            victim.process().kill();
        }
        Files.delete(marker());
        if (!point.equals(OUTCOME_COMMITTED)) {
            assertThat(Export.outcomes(longshore, runId))
                    .as("outcomes of a run that was cut short")
                    .isEmpty();
        }

        atWork = putToWork(successor(point));
        standingBy = after(point).equals(point) ? null : startWorker(isReachedWhenStreaming(after(after(point))));
        longshore.api().awaitCompleted(runId, LIMIT);

        Export export = Export.of(longshore, runId);
        assertThat(export.sumsByName()).isEqualTo(undisturbed.sumsByName());
        assertThat(export.manifestOfAnyRun()).isEqualTo(undisturbed.manifestOfAnyRun());
        export.requireSums();
        assertThat(Export.countOf(longshore, runId, RunEventKind.RUN_COMPLETED)).isEqualTo(1);
        assertThat(Export.outcomes(longshore, runId)).hasSize(1);
    }

    private static Path order() {
        return scratch.resolve("park-at");
    }

    private static Path marker() {
        return scratch.resolve("parked");
    }
}
