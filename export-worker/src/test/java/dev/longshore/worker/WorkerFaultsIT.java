package dev.longshore.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.events.ExportCompleted;
import dev.longshore.events.ExportOutcome;
import dev.longshore.events.RunEvent;
import dev.longshore.events.RunEventKind;
import dev.longshore.testing.Eventually;
import dev.longshore.testing.KafkaExtension;
import dev.longshore.testing.PostgresExtension;
import dev.longshore.testing.ScriptedFaults;
import dev.longshore.worker.failure.FailureKind;
import dev.longshore.worker.failure.TaskFailedException;
import dev.longshore.worker.lease.WorkerFaults;
import dev.longshore.worker.task.TaskKind;
import dev.longshore.worker.testing.RunCommands;
import dev.longshore.worker.testing.RunProbe;
import dev.longshore.worker.testing.SourceTables;
import dev.longshore.worker.testing.Topic;
import dev.longshore.worker.testing.Worker;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What goes wrong in a worker, and that its runs come out the same. */
class WorkerFaultsIT {
    private static final int ROWS = 3_000;

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    @RegisterExtension
    static final KafkaExtension kafka = new KafkaExtension();

    @TempDir
    static Path artifacts;

    private static Worker worker;
    private static Topic topic;

    /** What comes out when nothing goes wrong. */
    private static Map<String, String> undisturbed;

    @BeforeAll
    static void start() {
        SourceTables.create(postgres).addInteractions(1, ROWS);
        worker = Worker.start(
                postgres,
                kafka,
                artifacts,
                Map.of("longshore.worker.renew-every", "200ms", "longshore.worker.export.stream-files", "false"));
        topic = new Topic(kafka);
        undisturbed = sums(probe("undisturbed").start().published());
        assertThat(undisturbed).hasSizeGreaterThan(1);
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

    static Stream<String> places() {
        return Stream.of(
                WorkerFaults.claimed(TaskKind.PLAN),
                WorkerFaults.claimed(TaskKind.EXPORT),
                WorkerFaults.claimed(TaskKind.LAY_OUT),
                WorkerFaults.claimed(TaskKind.ASSEMBLE),
                WorkerFaults.claimed(TaskKind.PUBLISH),
                WorkerFaults.SEGMENT_STORED,
                WorkerFaults.FILE_STORED,
                WorkerFaults.FILE_MOVED,
                WorkerFaults.MANIFEST_WRITTEN);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("places")
    void an_attempt_that_fails_anywhere_is_repeated_and_the_files_are_the_same(String place) {
        worker.faults().at(place).throwsOnce(WorkerFaultsIT::outage);
        RunProbe disturbed = probe("disturbed by " + place).start();

        assertThat(disturbed.awaitOutcome().getOutcome()).isEqualTo(ExportOutcome.COMPLETED);
        assertThat(sums(disturbed.published())).isEqualTo(undisturbed);
        assertThat(disturbed.kinds()).containsOnlyOnce(RunEventKind.RUN_COMPLETED);
    }

    @Test
    void an_attempt_that_keeps_failing_fails_the_run_after_five_tries_and_says_why() {
        worker.faults().at(WorkerFaults.SEGMENT_STORED).alwaysThrows(WorkerFaultsIT::outage);
        RunProbe run = probe("keeps failing").start();

        ExportCompleted outcome = run.awaitOutcome();

        assertThat(outcome.getOutcome()).isEqualTo(ExportOutcome.FAILED);
        assertThat(outcome.getFailure().getKind()).isEqualTo("STORE_UNAVAILABLE");
        assertThat(outcome.getFailure().getMessage()).isEqualTo("the store is away");
        assertThat(outcome.getManifest()).isNull();
        RunEvent last = run.events().stream()
                .filter(event -> event.getKind() == RunEventKind.TASK_FAILED)
                .filter(event -> event.getTaskFailed().getRetryAt() == null)
                .findFirst()
                .orElseThrow();
        assertThat(last.getTaskFailed().getAttempt()).isEqualTo(5);
        assertThat(run.kinds()).containsOnlyOnce(RunEventKind.RUN_FAILED);

        worker.faults().heal();
        assertThat(probe("after one that failed").start().awaitOutcome().getOutcome())
                .as("the slots survived")
                .isEqualTo(ExportOutcome.COMPLETED);
    }

    @Test
    void a_defect_fails_the_run_at_once_and_keeps_its_words_to_itself() {
        worker.faults()
                .at(WorkerFaults.claimed(TaskKind.ASSEMBLE))
                .throwsOnce(() -> new IllegalStateException("row of Mrs Miller"));
        RunProbe run = probe("defect").start();

        ExportCompleted outcome = run.awaitOutcome();

        assertThat(outcome.getFailure().getKind()).isEqualTo("DEFECT");
        assertThat(outcome.getFailure().getMessage()).doesNotContain("Miller");
    }

    @Test
    void a_run_that_is_cancelled_while_it_works_publishes_nothing() throws InterruptedException {
        ScriptedFaults.Gate gate =
                worker.faults().at(WorkerFaults.SEGMENT_STORED).waits();
        RunProbe run = probe("cancelled at work").start();
        gate.awaitArrival();

        run.cancel();
        ExportCompleted outcome = run.awaitOutcome();
        gate.open();

        assertThat(outcome.getOutcome()).isEqualTo(ExportOutcome.CANCELLED);
        assertThat(outcome.getManifest()).isNull();
        probe("after cancelled at work").start().awaitOutcome();
        assertThat(run.outcomes()).hasSize(1);
        assertThat(run.kinds()).contains(RunEventKind.RUN_CANCELLED).doesNotContain(RunEventKind.RUN_COMPLETED);
    }

    @Test
    void a_cancellation_while_the_manifest_is_written_comes_too_late() throws InterruptedException {
        ScriptedFaults.Gate gate = worker.faults().at(WorkerFaults.FILE_MOVED).waits();
        RunProbe run = probe("cancelled at the end").start();
        gate.awaitArrival();

        run.cancel();
        gate.open();

        assertThat(run.awaitOutcome().getOutcome()).isEqualTo(ExportOutcome.COMPLETED);
        assertThat(run.kinds()).doesNotContain(RunEventKind.RUN_CANCELLED);
    }

    @Test
    void a_worker_whose_lease_expired_while_it_worked_does_not_count() throws InterruptedException {
        long before = worker.faults().passagesOf(WorkerFaults.SEGMENT_STORED);
        ScriptedFaults.Gate gate =
                worker.faults().at(WorkerFaults.SEGMENT_STORED).waits();
        RunProbe run = probe("lease lost").start();
        gate.awaitArrival();

        // As if the holder had not been heard of for long: its renewals do not count from here on.
        postgres.execute("""
                UPDATE worker.task
                SET state = 'READY', lease_until = NULL, announced_at = clock_timestamp() - interval '1 minute'
                WHERE state = 'RUNNING' AND kind = 'EXPORT'
                """);
        Eventually.that(
                "another attempt is made", () -> worker.faults().passagesOf(WorkerFaults.SEGMENT_STORED) > before + 6);
        gate.open();

        assertThat(run.awaitOutcome().getOutcome()).isEqualTo(ExportOutcome.COMPLETED);
        assertThat(sums(run.published())).isEqualTo(undisturbed);
        assertThat(run.kinds().stream().filter(kind -> kind == RunEventKind.CHUNK_EXPORTED))
                .as("each chunk counts once")
                .hasSize(6);
    }

    private static RunProbe probe(String name) {
        return new RunProbe(topic, artifacts, RunCommands.aRun(name).splitBytes(1 << 20));
    }

    /** The same data in files of the same names; manifests differ in the run's identity. */
    private static Map<String, String> sums(SortedMap<String, String> published) {
        return published.subMap("interactions", "manifest.json");
    }

    private static TaskFailedException outage() {
        return new TaskFailedException(FailureKind.STORE_UNAVAILABLE, "the store is away");
    }
}
