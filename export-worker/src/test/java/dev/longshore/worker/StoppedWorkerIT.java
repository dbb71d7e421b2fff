package dev.longshore.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.events.ExportOutcome;
import dev.longshore.events.RunEvent;
import dev.longshore.events.RunEventKind;
import dev.longshore.testing.KafkaExtension;
import dev.longshore.testing.PostgresExtension;
import dev.longshore.testing.ScriptedFaults;
import dev.longshore.worker.lease.WorkerFaults;
import dev.longshore.worker.testing.RunCommands;
import dev.longshore.worker.testing.RunProbe;
import dev.longshore.worker.testing.SourceTables;
import dev.longshore.worker.testing.Topic;
import dev.longshore.worker.testing.Worker;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a worker's tasks when its process is told to stop. */
class StoppedWorkerIT {
    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    @RegisterExtension
    static final KafkaExtension kafka = new KafkaExtension();

    @TempDir
    static Path artifacts;

    @Test
    void tasks_under_way_finish_and_the_rest_of_the_run_is_done_by_the_next_worker() throws InterruptedException {
        SourceTables.create(postgres).addInteractions(1, 2_000);
        try (Topic topic = new Topic(kafka)) {
            RunProbe run = new RunProbe(topic, artifacts, RunCommands.aRun("stopped"));
            try (Worker first = Worker.start(postgres, kafka, artifacts, Map.of("longshore.worker.slots", "1"))) {
                ScriptedFaults.Gate gate =
                        first.faults().at(WorkerFaults.SEGMENT_STORED).waits();
                run.start();
                gate.awaitArrival();
                gate.open();
            }
            assertThat(run.outcomes())
                    .as("the worker was stopped in the middle")
                    .isEmpty();

            try (Worker second = Worker.start(postgres, kafka, artifacts, Map.of())) {
                assertThat(run.awaitOutcome().getOutcome()).isEqualTo(ExportOutcome.COMPLETED);
                assertThat(second.faults().passagesOf(WorkerFaults.SEGMENT_STORED))
                        .isPositive();
            }
            assertThat(run.awaitOutcome().getTotals().getRows()).isEqualTo(2_000);
            assertThat(run.events().stream()
                            .filter(event -> event.getKind() == RunEventKind.TASK_STARTED)
                            .map(RunEvent::getTaskStarted))
                    .as("being stopped costs no attempt")
                    .allMatch(started -> started.getAttempt() == 1);
        }
    }
}
