package dev.longshore.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.events.ExportCompleted;
import dev.longshore.events.ExportOutcome;
import dev.longshore.events.RunEvent;
import dev.longshore.events.RunEventKind;
import dev.longshore.events.Topics;
import dev.longshore.testing.Eventually;
import dev.longshore.testing.KafkaExtension;
import dev.longshore.testing.PostgresExtension;
import dev.longshore.worker.testing.RunCommands;
import dev.longshore.worker.testing.SourceTables;
import dev.longshore.worker.testing.Topic;
import dev.longshore.worker.testing.Worker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class ExportWorkerIT {
    private static final int ROWS = 5_000;

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
        SourceTables.create(postgres).addInteractions(1, ROWS);
        worker = Worker.start(postgres, kafka, artifacts, Map.of());
        topic = new Topic(kafka);
    }

    @AfterAll
    static void stop() {
        topic.close();
        worker.close();
    }

    @Test
    void a_run_becomes_files_a_manifest_and_events() throws IOException {
        RunCommands run = RunCommands.aRun("journey").splitBytes(1 << 20);

        topic.send(Topics.RUN_COMMANDS, run.runId().toString(), run.start());

        ExportCompleted outcome = awaitOutcome(run);
        assertThat(outcome.getOutcome()).isEqualTo(ExportOutcome.COMPLETED);
        assertThat(outcome.getTotals().getRows()).isEqualTo(ROWS);
        Path manifest = artifacts.resolve(outcome.getManifest().getLocation());
        assertThat(manifest).isRegularFile();
        List<Path> files = filesOf(manifest.resolveSibling("."));
        assertThat(files).hasSize(outcome.getTotals().getFiles()).hasSizeGreaterThan(1);
        long lines = 0;
        for (Path file : files) {
            assertThat(Files.size(file)).isLessThanOrEqualTo(1 << 20);
            lines += Files.readAllLines(file).size();
        }
        assertThat(lines).isEqualTo(ROWS);
        assertThat(eventsOf(run))
                .contains(RunEventKind.RUN_ACCEPTED, RunEventKind.RUN_PLANNED, RunEventKind.FILES_LAID_OUT)
                .containsOnlyOnce(RunEventKind.RUN_COMPLETED);
        Eventually.that(
                "staging is removed",
                () -> assertThat(artifacts
                                .resolve(".staging")
                                .resolve(run.runId().toString()))
                        .doesNotExist());
    }

    private static ExportCompleted awaitOutcome(RunCommands run) {
        Eventually.within(Duration.ofSeconds(30))
                .isTrue("the run ends", () -> !outcomes(run).isEmpty());
        assertThat(outcomes(run)).hasSize(1);
        return outcomes(run).get(0);
    }

    private static List<ExportCompleted> outcomes(RunCommands run) {
        return topic.messages(Topics.EXPORT_COMPLETED, run.jobId().toString(), ExportCompleted.class).stream()
                .filter(event -> event.getRun().getId().equals(run.runId().toString()))
                .toList();
    }

    private static List<RunEventKind> eventsOf(RunCommands run) {
        return topic.messages(Topics.RUN_EVENTS, run.runId().toString(), RunEvent.class).stream()
                .map(RunEvent::getKind)
                .toList();
    }

    private static List<Path> filesOf(Path folder) throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(file -> file.toString().endsWith(".jsonl"))
                    .sorted()
                    .toList();
        }
    }
}
