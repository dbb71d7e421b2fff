package dev.longshore.worker.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longshore.testing.PostgresExtension;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
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
    void a_server_that_has_started_since_has_ended_every_transaction_of_the_cut() throws SQLException {
        try (Connection writer = begin("INSERT INTO contact_table (contact_id) VALUES ('c')")) {
            Cut cut = closing.takeCut();
            assertThat(cut.begun()).isNotEmpty();
            Cut before = new Cut(cut.begun(), cut.serverTime(), Instant.parse("2026-01-01T00:00:00Z"));
            assertThat(closing.ask(cut)).isInstanceOf(ClosingOutcome.StillOpen.class);
            assertThat(closing.ask(before)).isInstanceOf(ClosingOutcome.Closed.class);
            writer.rollback();
        }
    }

    @Test
    void another_server_whose_clock_is_behind_the_cut_holds_it_open() {
        Cut ahead = new Cut(List.of(), Instant.parse("2200-01-01T00:00:00Z"), Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(closing.ask(ahead)).isEqualTo(new ClosingOutcome.StillOpen(true, 0));
    }

    @Test
    void a_standby_is_refused_at_every_use() {
        postgres.execute(
                "CREATE SCHEMA IF NOT EXISTS disguise",
                "CREATE OR REPLACE FUNCTION disguise.pg_is_in_recovery() RETURNS boolean LANGUAGE sql AS 'SELECT true'",
                "GRANT USAGE ON SCHEMA disguise TO contact_reader");
        SourceProperties real = database.properties(Duration.ofMinutes(1));
        String url = real.url() + (real.url().contains("?") ? "&" : "?") + "currentSchema=disguise,pg_catalog,public";
        SourceConnections standby = database.connections(new SourceProperties(
                url, real.user(), real.password(), real.statementTimeout(), real.connectTimeout(), 1));
        Cut cut = closing.takeCut();
        WindowClosing there = new PostgresWindowClosing(standby);
        Selection contacts = new Selection(
                ContactHistoryDatabase.CONTACT,
                ContactHistoryDatabase.CONTACT.defaultDateColumn(),
                List.of(),
                TimeWindow.ALL);
        KeyRange all = new KeyRange(true, null, null);
        StopSignal stop = new StopSignal();
        try (ContactSource source = new PostgresContactSource(standby)) {
            assertStandby(there::takeCut);
            assertStandby(() -> there.ask(cut));
            assertStandby(() -> source.check(contacts));
            assertStandby(() -> source.plan(contacts, 10, stop));
            assertStandby(() -> source.read(contacts, all, new KeysOnly(new ArrayList<>()), stop));
        }
    }

    @Test
    void a_cut_is_read_back_as_it_was_stored() {
        Instant time = Instant.parse("2026-11-23T12:00:00.123456Z");
        Cut cut = new Cut(List.of("3/17", "4/2"), time, Instant.parse("2026-11-01T00:00:00.000001Z"));
        assertThat(Cut.decode(cut.encode())).isEqualTo(cut);
        assertThat(Cut.decode(new Cut(List.of(), time, null).encode()).begun()).isEmpty();
    }

    @Test
    void a_cut_that_an_older_version_has_stored_is_read_too() {
        Instant time = Instant.parse("2026-11-23T12:00:00.123456Z");
        assertThat(Cut.decode("1 2026-11-23T12:00:00.123456Z 3/17,4/2"))
                .isEqualTo(new Cut(List.of("3/17", "4/2"), time, null));
    }

    private static void assertStandby(ThrowingCallable use) {
        assertThatThrownBy(use).isInstanceOf(SourceFailure.class).hasMessageContaining("it is a standby");
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
