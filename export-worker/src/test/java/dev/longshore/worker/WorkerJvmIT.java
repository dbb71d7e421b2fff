package dev.longshore.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.events.ExportOutcome;
import dev.longshore.events.RunEventKind;
import dev.longshore.testing.Eventually;
import dev.longshore.testing.KafkaExtension;
import dev.longshore.testing.PostgresExtension;
import dev.longshore.worker.testing.RunCommands;
import dev.longshore.worker.testing.RunProbe;
import dev.longshore.worker.testing.SourceTables;
import dev.longshore.worker.testing.Topic;
import dev.longshore.worker.testing.WorkerJvm;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Worker processes with a heap of 128 MiB. */
class WorkerJvmIT {
    private static final int ROWS = 20_000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    @RegisterExtension
    static final KafkaExtension kafka = new KafkaExtension();

    @TempDir
    static Path folder;

    @BeforeAll
    static void source() {
        SourceTables.create(postgres).addInteractions(1, ROWS);
        postgres.execute("UPDATE ucs.interaction SET text = repeat('€ ', 1500000) WHERE ixn_id = 'ixn-000000777'");
    }

    @Test
    void a_small_heap_is_enough_and_a_killed_worker_costs_nothing_but_time() throws IOException, InterruptedException {
        Map<String, String> settings = Map.of(
                "longshore.worker.lease", "3s",
                "longshore.worker.renew-every", "1s",
                "longshore.worker.plan.keys-per-chunk", "2000",
                "longshore.worker.slots", "2");
        Path artifacts = folder.resolve("artifacts");
        try (Topic topic = new Topic(kafka);
                WorkerJvm survivor =
                        WorkerJvm.start(postgres, kafka, artifacts, folder.resolve("survivor.log"), settings)) {
            awaitStart(survivor);
            RunProbe undisturbed = new RunProbe(topic, artifacts, run("undisturbed")).start();
            undisturbed.awaitOutcome(PATIENCE);
            RunProbe disturbed = new RunProbe(topic, artifacts, run("disturbed"));
            try (WorkerJvm victim =
                    WorkerJvm.start(postgres, kafka, artifacts, folder.resolve("victim.log"), settings)) {
                awaitStart(victim);
                disturbed.start();
                disturbed.awaitEvent(RunEventKind.CHUNK_EXPORTED);
                victim.kill();
            }

            assertThat(disturbed.awaitOutcome(PATIENCE).getOutcome()).isEqualTo(ExportOutcome.COMPLETED);
            assertThat(disturbed.awaitOutcome().getTotals().getRows()).isEqualTo(ROWS);
            assertThat(files(disturbed)).isEqualTo(files(undisturbed)).isNotEmpty();
            assertThat(disturbed.kinds()).containsOnlyOnce(RunEventKind.RUN_COMPLETED);
            assertThat(survivor.isAlive()).as("128 MiB were enough").isTrue();
        }
    }

    private static void awaitStart(WorkerJvm worker) {
        Eventually.within(PATIENCE)
                .isTrue("the worker starts", () -> worker.output().contains("Started ExportWorkerApplication"));
    }

    private static RunCommands run(String name) {
        return RunCommands.aRun(name).splitBytes(1 << 21);
    }

    private static Map<String, String> files(RunProbe run) {
        return run.published().subMap("interactions", "manifest.json");
    }
}
