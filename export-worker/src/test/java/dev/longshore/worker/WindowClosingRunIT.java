package dev.longshore.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.events.ClosingPolicy;
import dev.longshore.events.ExportCompleted;
import dev.longshore.events.ExportOutcome;
import dev.longshore.events.RunCompleted;
import dev.longshore.events.RunEvent;
import dev.longshore.events.RunEventKind;
import dev.longshore.events.RunPlanned;
import dev.longshore.testing.KafkaExtension;
import dev.longshore.testing.PostgresExtension;
import dev.longshore.worker.testing.RunCommands;
import dev.longshore.worker.testing.RunProbe;
import dev.longshore.worker.testing.SourceTables;
import dev.longshore.worker.testing.Topic;
import dev.longshore.worker.testing.Worker;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A window is exported once no transaction can add to it any more. */
class WindowClosingRunIT {
    private static final int ROWS = 100;

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
        worker = Worker.start(postgres, kafka, artifacts, Map.of("longshore.worker.plan.ask-again-after", "200ms"));
        topic = new Topic(kafka);
    }

    @AfterAll
    static void stop() {
        topic.close();
        worker.close();
    }

    @Test
    void a_run_waits_for_a_transaction_that_still_writes_and_exports_its_rows_too() throws SQLException {
        RunProbe run;
        try (Connection open = openTransaction("late-1")) {
            run = probe(RunCommands.aRun("waits")).start();
            run.awaitEvent(RunEventKind.RUN_WAITING);
            probe(RunCommands.aRun("others go on").to(null).closing(ClosingPolicy.WARN, 0))
                    .start()
                    .awaitOutcome();
            assertThat(run.outcomes()).isEmpty();
            open.commit();
        }

        ExportCompleted outcome = run.awaitOutcome();

        assertThat(outcome.getOutcome()).isEqualTo(ExportOutcome.COMPLETED);
        assertThat(outcome.getWindowWarning()).isNull();
        assertThat(run.text()).contains("late-1");
        assertThat(run.kinds()).containsOnlyOnce(RunEventKind.RUN_WAITING);
        RunEvent waiting = run.events().stream()
                .filter(event -> event.getKind() == RunEventKind.RUN_WAITING)
                .findFirst()
                .orElseThrow();
        assertThat(waiting.getWaiting().getReason()).contains("still writing");
        assertThat(waiting.getWaiting().getUntil()).isNotNull();
        assertThat(run.manifest().get("closingWarning").isNull()).isTrue();
    }

    @Test
    void a_run_that_may_wait_no_longer_fails_by_policy_and_says_what_to_do() throws SQLException {
        try (Connection open = openTransaction("late-2")) {
            RunProbe run = probe(RunCommands.aRun("fails").closing(ClosingPolicy.FAIL, 300))
                    .start();

            ExportCompleted outcome = run.awaitOutcome();

            assertThat(outcome.getOutcome()).isEqualTo(ExportOutcome.FAILED);
            assertThat(outcome.getFailure().getKind()).isEqualTo("WINDOW_STILL_OPEN");
            assertThat(outcome.getFailure().getMessage()).contains("End the transaction");
            open.rollback();
        }
    }

    @Test
    void a_run_that_may_wait_no_longer_goes_on_with_a_warning_by_policy() throws SQLException {
        try (Connection open = openTransaction("late-3")) {
            RunProbe run = probe(RunCommands.aRun("warns").closing(ClosingPolicy.WARN, 300))
                    .start();

            ExportCompleted outcome = run.awaitOutcome();
            assertThat(outcome.getOutcome()).isEqualTo(ExportOutcome.COMPLETED);
            assertThat(outcome.getWindowWarning()).contains("not in this export");
            assertThat(run.text()).doesNotContain("late-3");
            RunEvent planned = run.events().stream()
                    .filter(event -> event.getKind() == RunEventKind.RUN_PLANNED)
                    .findFirst()
                    .orElseThrow();
            assertThat(planned.getPlanned().getWarning()).contains("not in this export");
            assertThat(run.manifest().get("closingWarning").asString())
                    .isEqualTo(planned.getPlanned().getWarning());
            open.rollback();
        }
    }

    @Test
    void the_instant_that_the_data_is_closed_through_is_the_same_in_run_events_and_manifest() {
        Instant end = SourceTables.EPOCH.plusSeconds(50);
        assertThat(closedThrough(probe(RunCommands.aRun("bounded").to(end)))).isEqualTo(end);
        assertThat(closedThrough(probe(RunCommands.aRun("unbounded").to(null)))).isAfter(end);
    }

    /** As all who tell of it have it. */
    private static Instant closedThrough(RunProbe run) {
        ExportCompleted outcome = run.start().awaitOutcome();
        List<Instant> told = run.events().stream()
                .flatMap(event -> Stream.of(
                        Optional.ofNullable(event.getPlanned()).map(RunPlanned::getClosedThrough),
                        Optional.ofNullable(event.getCompleted()).map(RunCompleted::getClosedThrough)))
                .flatMap(Optional::stream)
                .toList();
        assertThat(told).as("planned and completed").hasSize(2).containsOnly(outcome.getClosedThrough());
        assertThat(run.manifest().get("closedThrough").asString())
                .isEqualTo(outcome.getClosedThrough().toString());
        return outcome.getClosedThrough();
    }

    private static Connection openTransaction(String key) throws SQLException {
        Connection connection = postgres.dataSource().getConnection();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    INSERT INTO ucs.interaction (ixn_id, status, entity_type_id, media_type_id, type_id, start_date,
                        tenant_id, can_be_parent, creator_app_id)
                    VALUES ('%s', 0, 2, 'chat', 'Inbound', '%s', 1, 0, 7)
                    """.formatted(key, SourceTables.EPOCH.plusSeconds(30)));
        }
        return connection;
    }

    private static RunProbe probe(RunCommands run) {
        return new RunProbe(topic, artifacts, run);
    }
}
