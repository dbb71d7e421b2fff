package dev.longshore.system.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.events.RunEventKind;
import dev.longshore.system.Export;
import dev.longshore.system.Installation;
import dev.longshore.system.ServiceContext;
import dev.longshore.system.ServiceProcess;
import dev.longshore.testing.Eventually;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
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
@SuppressWarnings("try") // Workers are there to work; nobody speaks to them.
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

    private static String jobId = "";
    private static Export undisturbed = new Export("", Path.of(""));

    @TempDir
    private Path scratch;

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
        try (ServiceContext worker = longshore.startWorker(Map.of())) {
            String runId = longshore.api().runNow(jobId);
            longshore.api().awaitCompleted(runId, LIMIT);
            undisturbed = Export.of(longshore, runId);
        }
        assertThat(undisturbed.sumsByName()).as("files to compare with").hasSizeGreaterThan(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "task-claimed-PLAN",
                "task-claimed-EXPORT",
                "segment-stored",
                "task-claimed-LAY_OUT",
                "task-claimed-ASSEMBLE",
                "file-stored",
                "task-claimed-PUBLISH",
                "file-moved",
                "manifest-written",
                OUTCOME_COMMITTED
            })
    void a_run_whose_worker_is_killed_ends_with_the_same_files_and_manifest_and_one_outcome(String point) {
        Path marker = scratch.resolve("parked");
        String runId;
        try (ServiceProcess victim =
                longshore.startWorkerProcess(ParkingWorker.class, ParkingWorker.parkingAt(point, marker))) {
            runId = longshore.api().runNow(jobId);
            Eventually.within(LIMIT).isTrue("the worker stands at " + point, () -> {
                assertThat(victim.isAlive())
                        .as("worker process %s", victim.name())
                        .isTrue();
                return Files.exists(marker);
            });
            victim.kill();
        }
        if (!point.equals(OUTCOME_COMMITTED)) {
            assertThat(Export.outcomes(longshore, runId))
                    .as("outcomes of a run that was cut short")
                    .isEmpty();
        }

        try (ServiceContext rescuer = longshore.startWorker(Map.of())) {
            longshore.api().awaitCompleted(runId, LIMIT);
        }

        Export export = Export.of(longshore, runId);
        assertThat(export.sumsByName()).isEqualTo(undisturbed.sumsByName());
        assertThat(export.manifestOfAnyRun()).isEqualTo(undisturbed.manifestOfAnyRun());
        export.requireSums();
        assertThat(Export.countOf(longshore, runId, RunEventKind.RUN_COMPLETED)).isEqualTo(1);
        assertThat(Export.outcomes(longshore, runId)).hasSize(1);
    }
}
