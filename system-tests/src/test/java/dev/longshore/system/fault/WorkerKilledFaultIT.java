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
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A worker process is killed (SIGKILL) at the most awkward places of each step of a run. Another worker finishes the run,
 * and what comes out cannot be told from what an undisturbed run makes.
 */
@Tag("fault")
@Tag("slow")
@SuppressWarnings("NullAway.Init") // the worker and its folder are there before the first test
class WorkerKilledFaultIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String OUTCOME_COMMITTED = "outcome-committed";

    @RegisterExtension
    static final Installation longshore = Installation.withInteractions(
            3_000,
            Map.of(
                    "longshore.worker.plan.keys-per-chunk", 800,
                    "longshore.worker.lease", "3s",
                    "longshore.worker.renew-every", "500ms",
                    "longshore.worker.untaken-after", "1s"));

    @TempDir
    static Path scratch;

    private static String jobId = "";
    private static Export undisturbed = new Export("", Path.of(""));
    private static ServiceProcess worker;
    private static boolean streaming;

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
        worker = startWorker(true);
        String runId = longshore.api().runNow(jobId);
        longshore.api().awaitCompleted(runId, LIMIT);
        undisturbed = Export.of(longshore, runId);
        assertThat(undisturbed.sumsByName()).as("files to compare with").hasSizeGreaterThan(1);
    }

    @AfterAll
    static void stopWorker() {
        worker.close();
    }

    /** One slot, so that a process that streams files has all chunks in their order. */
    private static ServiceProcess startWorker(boolean streams) {
        Map<String, Object> settings = new HashMap<>(ParkingWorker.obeying(order(), marker()));
        settings.put("longshore.worker.slots", 1);
        settings.put("longshore.worker.export.stream-files", streams);
        streaming = streams;
        return longshore.startWorkerProcess(ParkingWorker.class, settings);
    }

    /** Files that were streamed are not put together. */
    private static boolean isReachedWhenStreaming(String point) {
        return !point.equals("task-claimed-ASSEMBLE") && !point.equals("file-stored");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
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
                "file-stored"
            })
    void a_run_whose_worker_is_killed_ends_with_the_same_files_and_manifest_and_one_outcome(String point)
            throws IOException {
        if (streaming != isReachedWhenStreaming(point)) {
            worker.close();
            worker = startWorker(isReachedWhenStreaming(point));
        }
        Files.writeString(order(), point);
        String runId = longshore.api().runNow(jobId);
        Eventually.within(LIMIT).isTrue("the worker stands at " + point, () -> {
            assertThat(worker.isAlive()).as("worker process %s", worker.name()).isTrue();
            return Files.exists(marker());
        });
        worker.kill();
        Files.delete(marker());
        if (!point.equals(OUTCOME_COMMITTED)) {
            assertThat(Export.outcomes(longshore, runId))
                    .as("outcomes of a run that was cut short")
                    .isEmpty();
        }

        worker = startWorker(streaming);
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
