package dev.longshore.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.events.ExportCompleted;
import dev.longshore.events.ExportOutcome;
import dev.longshore.events.RunEventKind;
import dev.longshore.events.TaskKind;
import dev.longshore.events.TaskReady;
import dev.longshore.events.Topics;
import dev.longshore.testing.Eventually;
import dev.longshore.testing.KafkaExtension;
import dev.longshore.testing.PostgresExtension;
import dev.longshore.worker.testing.RunCommands;
import dev.longshore.worker.testing.RunProbe;
import dev.longshore.worker.testing.SourceTables;
import dev.longshore.worker.testing.Topic;
import dev.longshore.worker.testing.Worker;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
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
    void a_run_becomes_files_a_manifest_and_events() {
        RunProbe run = probe(RunCommands.aRun("journey").splitBytes(1 << 20)).start();

        ExportCompleted outcome = run.awaitOutcome();

        assertThat(outcome.getOutcome()).isEqualTo(ExportOutcome.COMPLETED);
        assertThat(outcome.getTotals().getRows()).isEqualTo(ROWS);
        assertThat(outcome.getTotals().getFiles()).isGreaterThan(1);
        assertThat(run.text().lines().count()).isEqualTo(ROWS);
        assertThat(run.published())
                .hasSize(outcome.getTotals().getFiles() + 2)
                .containsEntry("manifest.json", outcome.getManifest().getSha256())
                .containsKey("SHA256SUMS");
        assertThat(run.kinds())
                .startsWith(RunEventKind.RUN_ACCEPTED)
                .contains(RunEventKind.RUN_PLANNED, RunEventKind.FILES_LAID_OUT, RunEventKind.FILE_ASSEMBLED)
                .containsOnlyOnce(RunEventKind.RUN_COMPLETED)
                .doesNotContain(RunEventKind.TASK_FAILED)
                .endsWith(RunEventKind.RUN_COMPLETED);
        Eventually.that("staging is removed", () -> assertThat(run.hasStaging()).isFalse());
    }

    @Test
    void an_outcome_carries_cloud_event_attributes_and_the_place_among_those_of_its_job() {
        RunProbe first =
                probe(RunCommands.aRun("first of job").ofJob("numbered")).start();
        first.awaitOutcome();
        RunCommands secondRun = RunCommands.aRun("second of job").ofJob("numbered");
        ExportCompleted second = probe(secondRun).start().awaitOutcome();

        assertThat(first.awaitOutcome().getSequence()).isEqualTo(1);
        assertThat(second.getSequence()).isEqualTo(2);
        assertThat(second.getPreviousRunId())
                .isEqualTo(first.awaitOutcome().getRun().getId());
        ConsumerRecord<String, byte[]> message = topic.records(Topics.EXPORT_COMPLETED).stream()
                .filter(candidate -> second.getEventId().equals(header(candidate, "ce_id")))
                .findFirst()
                .orElseThrow();
        assertThat(message.key()).isEqualTo(secondRun.jobId().toString());
        assertThat(header(message, "ce_specversion")).isEqualTo("1.0");
        assertThat(header(message, "ce_type")).isEqualTo("dev.longshore.export.completed");
        assertThat(header(message, "ce_source")).isEqualTo("/longshore/export-worker");
        assertThat(header(message, "ce_subject")).contains(secondRun.runId().toString());
        assertThat(header(message, "content-type")).isEqualTo("application/vnd.confluent.avro");
        assertThat(Instant.parse(header(message, "ce_time"))).isEqualTo(second.getOccurredAt());
    }

    @Test
    void an_empty_window_completes_with_a_manifest_and_no_files() {
        RunProbe run = probe(RunCommands.aRun("empty")
                        .from(SourceTables.EPOCH.minusSeconds(10))
                        .to(SourceTables.EPOCH))
                .start();

        ExportCompleted outcome = run.awaitOutcome();

        assertThat(outcome.getOutcome()).isEqualTo(ExportOutcome.EMPTY);
        assertThat(outcome.getClosedThrough()).isEqualTo(SourceTables.EPOCH);
        assertThat(run.published()).containsOnlyKeys("manifest.json", "SHA256SUMS");
    }

    @Test
    void a_window_whose_rows_are_all_of_other_entity_types_is_empty_too() {
        RunProbe run =
                probe(RunCommands.aRun("no cobrowse").entityTypes("COBROWSE")).start();

        assertThat(run.awaitOutcome().getOutcome()).isEqualTo(ExportOutcome.EMPTY);
        assertThat(run.kinds()).contains(RunEventKind.CHUNK_EXPORTED, RunEventKind.FILES_LAID_OUT);
    }

    @Test
    void entity_types_narrow_the_rows() {
        RunProbe run = probe(RunCommands.aRun("chats only").entityTypes("CHAT")).start();

        assertThat(run.awaitOutcome().getTotals().getRows()).isEqualTo(ROWS / 4);
        assertThat(run.text().lines()).allMatch(line -> line.contains("\"entityTypeId\":2,"));
    }

    @Test
    void a_window_without_bounds_exports_everything() {
        RunProbe run = probe(RunCommands.aRun("all").from(null).to(null)).start();

        assertThat(run.awaitOutcome().getTotals().getRows()).isEqualTo(ROWS);
        assertThat(run.awaitOutcome().getClosedThrough()).isNotNull();
    }

    @Test
    void being_told_twice_to_start_changes_nothing() {
        RunProbe run = probe(RunCommands.aRun("twice")).start().start();
        run.awaitOutcome();

        run.start();
        probe(RunCommands.aRun("after twice")).start().awaitOutcome();

        assertThat(run.outcomes()).hasSize(1);
        assertThat(run.kinds()).containsOnlyOnce(RunEventKind.RUN_ACCEPTED, RunEventKind.RUN_COMPLETED);
    }

    @Test
    void being_told_again_of_finished_and_unknown_tasks_changes_nothing() {
        RunCommands commands = RunCommands.aRun("told again");
        RunProbe run = probe(commands).start();
        run.awaitOutcome();
        int events = run.kinds().size();

        for (TaskReady ready : topic.messages(Topics.TASKS, commands.runId().toString(), TaskReady.class)) {
            topic.send(Topics.TASKS, ready.getRunId(), ready);
        }
        topic.send(Topics.TASKS, "nobody", unknownTask());
        probe(RunCommands.aRun("after told again")).start().awaitOutcome();

        assertThat(run.outcomes()).hasSize(1);
        assertThat(run.kinds()).hasSize(events);
    }

    @Test
    void a_cancellation_that_overtakes_its_run_wins() {
        RunProbe run = probe(RunCommands.aRun("overtaken")).cancel().start();

        ExportCompleted outcome = run.awaitOutcome();

        assertThat(outcome.getOutcome()).isEqualTo(ExportOutcome.CANCELLED);
        assertThat(outcome.getRun().getStartedAt()).isNull();
        assertThat(run.kinds()).containsExactly(RunEventKind.RUN_CANCELLED);
    }

    @Test
    void a_run_that_never_came_to_the_workers_ends_when_it_is_cancelled() {
        RunProbe run = probe(RunCommands.aRun("lost")).cancel();
        run.awaitEvent(RunEventKind.RUN_CANCELLED);

        run.cancel();
        probe(RunCommands.aRun("after lost")).start().awaitOutcome();

        assertThat(run.kinds()).containsExactly(RunEventKind.RUN_CANCELLED);
        assertThat(run.outcomes()).isEmpty();
    }

    @Test
    void a_cancellation_after_the_end_comes_too_late() {
        RunProbe run = probe(RunCommands.aRun("too late")).start();
        run.awaitOutcome();

        run.cancel();
        probe(RunCommands.aRun("after too late")).start().awaitOutcome();

        assertThat(run.outcomes()).hasSize(1);
        assertThat(run.kinds()).doesNotContain(RunEventKind.RUN_CANCELLED);
    }

    @Test
    void what_this_version_does_not_offer_fails_at_once_and_is_named() {
        RunProbe run = probe(RunCommands.aRun("zipped").compression("ZIP")).start();

        ExportCompleted outcome = run.awaitOutcome();

        assertThat(outcome.getOutcome()).isEqualTo(ExportOutcome.FAILED);
        assertThat(outcome.getFailure().getKind()).isEqualTo("UNSUPPORTED");
        assertThat(outcome.getFailure().getMessage()).contains("ZIP");
        assertThat(outcome.getFailure().getRetryable()).isFalse();
        assertThat(run.kinds()).contains(RunEventKind.RUN_FAILED, RunEventKind.TASK_FAILED);
    }

    @Test
    void messages_that_nobody_can_read_go_to_the_dead_letters_and_block_nobody() {
        byte[] poison = "not avro".getBytes(StandardCharsets.UTF_8);
        topic.sendBytes(Topics.TASKS, "poison", poison);
        topic.sendBytes(Topics.RUN_COMMANDS, "poison", poison);

        probe(RunCommands.aRun("after poison")).start().awaitOutcome();

        for (String source : List.of(Topics.TASKS, Topics.RUN_COMMANDS)) {
            Eventually.that("a dead letter of " + source, () -> {
                List<ConsumerRecord<String, byte[]>> letters = topic.records(source + Topics.DEAD_LETTER_SUFFIX);
                assertThat(letters).hasSize(1);
                assertThat(letters.get(0).value()).isEqualTo(poison);
                assertThat(header(letters.get(0), "dead-letter-cause")).contains("UndecodableMessageException");
            });
        }
    }

    private static RunProbe probe(RunCommands run) {
        return new RunProbe(topic, artifacts, run);
    }

    private static TaskReady unknownTask() {
        return TaskReady.newBuilder()
                .setRunId(RunCommands.aRun("never started").runId().toString())
                .setTaskId(RunCommands.aRun("no task").runId().toString())
                .setKind(TaskKind.EXPORT)
                .setAttempt(1)
                .setReadyAt(SourceTables.EPOCH)
                .build();
    }

    private static String header(ConsumerRecord<String, byte[]> message, String name) {
        Map<String, String> headers = new HashMap<>();
        message.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return headers.getOrDefault(name, "");
    }
}
