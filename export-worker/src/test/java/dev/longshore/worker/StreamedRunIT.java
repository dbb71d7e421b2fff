package dev.longshore.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.events.ExportOutcome;
import dev.longshore.events.RunEventKind;
import dev.longshore.events.TaskKind;
import dev.longshore.testing.KafkaExtension;
import dev.longshore.testing.PostgresExtension;
import dev.longshore.worker.failure.FailureKind;
import dev.longshore.worker.failure.TaskFailedException;
import dev.longshore.worker.lease.WorkerFaults;
import dev.longshore.worker.testing.RunCommands;
import dev.longshore.worker.testing.RunProbe;
import dev.longshore.worker.testing.SourceTables;
import dev.longshore.worker.testing.Topic;
import dev.longshore.worker.testing.Worker;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs whose chunks one process writes straight into files, and what happens when it loses one. */
class StreamedRunIT {
    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    @RegisterExtension
    static final KafkaExtension kafka = new KafkaExtension();

    @TempDir
    static Path artifacts;

    private static Worker worker;
    private static Topic topic;

    @BeforeAll
    static void start() {
        SourceTables.create(postgres).addInteractions(1, 3_000);
        worker = Worker.start(
                postgres,
                kafka,
                artifacts,
                Map.of("longshore.worker.slots", "1", "longshore.worker.plan.keys-per-chunk", "400"));
        topic = new Topic(kafka);
    }

    @AfterAll
    static void stop() {
        topic.close();
        worker.close();
    }

    @AfterEach
    void heal() {
        worker.faults().heal();
    }

    @Test
    void files_of_a_run_that_one_slot_has_from_the_beginning_are_not_put_together() {
        RunProbe run = probe("undisturbed").start();

        assertThat(sums(run.published())).hasSizeGreaterThan(2);
        assertThat(assembleStepsStarted(run)).isEmpty();
        assertThat(run.events().stream()
                        .filter(event -> event.getKind() == RunEventKind.FILE_ASSEMBLED)
                        .map(event -> event.getFileAssembled().getNumber()))
                .as("every file is told of")
                .hasSameSizeAs(sums(run.published()).keySet());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {WorkerFaults.SEGMENT_STORED, WorkerFaults.CHUNK_STREAMED})
    void a_chunk_that_is_lost_on_the_way_breaks_the_stream_and_not_the_files(String place) {
        SortedMap<String, String> undisturbed =
                sums(probe("undisturbed by " + place).start().published());

        worker.faults()
                .at(place)
                .throwsOnce(() -> new TaskFailedException(FailureKind.STORE_UNAVAILABLE, "the store is away"));
        RunProbe disturbed = probe("disturbed by " + place).start();

        assertThat(disturbed.awaitOutcome().getOutcome()).isEqualTo(ExportOutcome.COMPLETED);
        assertThat(sums(disturbed.published()).values()).containsExactlyElementsOf(undisturbed.values());
        assertThat(assembleStepsStarted(disturbed))
                .as("files that hold what the lost attempt left are put together")
                .isNotEmpty();
    }

    private static RunProbe probe(String name) {
        return new RunProbe(topic, artifacts, RunCommands.aRun(name).splitBytes(1 << 20));
    }

    private static SortedMap<String, String> sums(SortedMap<String, String> published) {
        return published.subMap("interactions", "manifest.json");
    }

    private static List<Integer> assembleStepsStarted(RunProbe run) {
        return run.events().stream()
                .filter(event -> event.getKind() == RunEventKind.TASK_STARTED)
                .filter(event -> event.getTaskStarted().getTaskKind() == TaskKind.ASSEMBLE)
                .map(event -> event.getTaskStarted().getNumber())
                .toList();
    }
}
