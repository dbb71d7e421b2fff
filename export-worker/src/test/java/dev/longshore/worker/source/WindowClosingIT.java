package dev.longshore.worker.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.testing.PostgresExtension;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Asked by a role that may do nothing but read the views. */
class WindowClosingIT {
    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    private final ContactHistoryDatabase database = new ContactHistoryDatabase(postgres);
    private final SourceConnections connections = database.connections(database.properties(Duration.ofMinutes(1)));
    private final WindowClosing closing = new PostgresWindowClosing(connections);

    @BeforeEach
    void create() {
        database.create();
    }

    @AfterEach
    void close() {
        connections.close();
    }

    @Test
    void a_source_in_which_nobody_writes_is_closed_at_once() {
        assertThat(closing.ask(closing.takeCut())).isInstanceOf(ClosingOutcome.Closed.class);
    }

    @Test
    void a_transaction_that_has_written_holds_the_window_open_until_it_ends() throws SQLException {
        try (Connection writer = begin("INSERT INTO contact_table (contact_id) VALUES ('c')")) {
            Cut cut = Cut.decode(closing.takeCut().encode());
            assertThat(closing.ask(cut)).isEqualTo(new ClosingOutcome.StillOpen(true, 0));
            writer.commit();
            assertThat(closing.ask(cut)).isInstanceOf(ClosingOutcome.Closed.class);
        }
    }

    @Test
    void a_transaction_that_has_begun_but_not_written_yet_holds_it_too() throws SQLException {
        try (Connection writer = begin("SELECT now()")) {
            Cut cut = closing.takeCut();
            assertThat(closing.ask(cut)).isEqualTo(new ClosingOutcome.StillOpen(false, 1));
            execute(writer, "INSERT INTO contact_table (contact_id, modified_date) VALUES ('late', now())");
            assertThat(closing.ask(cut)).isEqualTo(new ClosingOutcome.StillOpen(true, 0));
            writer.rollback();
            assertThat(closing.ask(cut)).isInstanceOf(ClosingOutcome.Closed.class);
        }
    }

    @Test
    void several_writers_of_which_none_has_ended_are_all_waited_for() throws SQLException {
        try (Connection first = begin("INSERT INTO contact_table (contact_id) VALUES ('1')");
                Connection second = begin("INSERT INTO contact_table (contact_id) VALUES ('2')")) {
            Cut cut = closing.takeCut();
            first.commit();
            assertThat(closing.ask(cut)).isEqualTo(new ClosingOutcome.StillOpen(true, 0));
            second.commit();
            assertThat(closing.ask(cut)).isInstanceOf(ClosingOutcome.Closed.class);
        }
    }

    @Test
    void transactions_that_begin_after_the_cut_do_not_matter() throws SQLException {
        Cut cut = closing.takeCut();
        try (Connection later = begin("INSERT INTO contact_table (contact_id) VALUES ('c')")) {
            assertThat(closing.ask(cut)).isInstanceOf(ClosingOutcome.Closed.class);
            later.rollback();
        }
    }

    @Test
    void own_reading_does_not_hold_a_window_open() throws SQLException {
        SourceConnections reading = database.connections(database.properties(Duration.ofMinutes(1)));
        try {
            ClosingOutcome outcome = reading.inTransaction(connection -> closing.ask(closing.takeCut()));
            assertThat(outcome).isInstanceOf(ClosingOutcome.Closed.class);
        } finally {
            reading.close();
        }
    }

    @Test
    void every_transaction_that_begins_after_the_cut_is_dated_after_it() throws SQLException {
        Cut cut = closing.takeCut();
        try (Connection later = database.connect();
                Statement statement = later.createStatement();
                var row = statement.executeQuery("SELECT now() > timestamptz '" + cut.serverTime() + "'")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getBoolean(1)).isTrue();
        }
    }

    @Test
    void a_cut_is_read_back_as_it_was_stored() {
        Cut cut = new Cut(List.of("3/17", "4/2"), Instant.parse("2026-11-23T12:00:00.123456Z"));
        assertThat(Cut.decode(cut.encode())).isEqualTo(cut);
        assertThat(Cut.decode(new Cut(List.of(), cut.serverTime()).encode()).begun())
                .isEmpty();
    }

    private Connection begin(String sql) throws SQLException {
        Connection connection = database.connect();
        connection.setAutoCommit(false);
        execute(connection, sql);
        return connection;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
