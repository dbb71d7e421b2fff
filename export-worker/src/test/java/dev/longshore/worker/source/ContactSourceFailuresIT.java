package dev.longshore.worker.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longshore.testing.PostgresExtension;
import dev.longshore.worker.source.SourceFailure.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ContactSourceFailuresIT {
    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    private static final Selection CONTACTS = new Selection(
            ContactHistoryDatabase.CONTACT,
            ContactHistoryDatabase.CONTACT.defaultDateColumn(),
            List.of(),
            TimeWindow.ALL);
    private static final KeyRange DATED = new KeyRange(true, null, null);

    private final ContactHistoryDatabase database = new ContactHistoryDatabase(postgres);
    private final ContactSource source = database.source();
    private final ExecutorService worker = Executors.newSingleThreadExecutor();

    @BeforeEach
    void create() {
        database.create();
    }

    @AfterEach
    void close() {
        worker.shutdownNow();
        source.close();
    }

    @Test
    void a_source_as_the_catalog_describes_it_is_accepted() {
        source.check(CONTACTS);
    }

    @Test
    void missing_columns_and_wrong_types_are_all_named_at_once() {
        postgres.execute(
                "DROP VIEW contact_history.contact",
                "CREATE VIEW contact_history.contact AS SELECT contact_id, tenant_id::text, created_date, modified_date,"
                        + " title, first_name, last_name, email_address, customer_id, all_attributes FROM contact_table",
                "GRANT SELECT ON contact_history.contact TO contact_reader");
        assertThatRejected(() -> source.check(CONTACTS))
                .hasMessageContaining("column tenant_id is of type text, not integer")
                .hasMessageContaining("column phone_number is missing");
    }

    @Test
    void a_missing_view_is_named() {
        postgres.execute("DROP VIEW contact_history.contact");
        assertThatRejected(() -> source.check(CONTACTS))
                .hasMessageContaining("view contact_history.contact does not exist");
        assertThatRejected(() -> source.plan(CONTACTS, 10, new StopSignal())).hasMessageContaining("42P01");
    }

    @Test
    void a_view_that_may_not_be_read_says_what_to_grant() {
        postgres.execute("REVOKE ALL ON contact_history.contact FROM contact_reader");
        assertThatRejected(() -> source.check(CONTACTS)).hasMessageContaining("grant SELECT");
        assertThatRejected(() -> source.plan(CONTACTS, 10, new StopSignal())).hasMessageContaining("grant USAGE");
    }

    @Test
    void a_wrong_password_is_rejected_and_not_shown() {
        SourceProperties properties = new SourceProperties(
                postgres.jdbcUrl(),
                "contact_reader",
                "wrong and hidden",
                Duration.ofMinutes(1),
                Duration.ofSeconds(1),
                1);
        try (ContactSource wrong = new PostgresContactSource(new SourceConnections(properties))) {
            assertThatRejected(() -> wrong.check(CONTACTS))
                    .hasMessageContaining("sign-in was refused")
                    .hasMessageNotContaining("hidden");
        }
    }

    @Test
    void an_absent_server_is_unavailable_and_found_out_in_time() {
        SourceProperties properties = new SourceProperties(
                "jdbc:postgresql://127.0.0.1:1/none", "u", "p", Duration.ofMinutes(1), Duration.ofSeconds(1), 1);
        try (ContactSource absent = new PostgresContactSource(new SourceConnections(properties))) {
            assertThatThrownBy(() -> absent.check(CONTACTS))
                    .isInstanceOfSatisfying(
                            SourceFailure.class,
                            failure -> assertThat(failure.kind()).isEqualTo(Kind.SOURCE_UNAVAILABLE));
        }
    }

    @Test
    void a_value_that_cannot_be_converted_fails_without_being_shown() {
        postgres.execute(
                "INSERT INTO contact_table (contact_id, tenant_id, title, modified_date) VALUES ('c', 1, 'secret', now())",
                "DROP VIEW contact_history.contact",
                "CREATE VIEW contact_history.contact AS SELECT contact_id, title::int AS tenant_id, created_date,"
                        + " modified_date, title, first_name, last_name, email_address, phone_number, customer_id,"
                        + " all_attributes FROM contact_table",
                "GRANT SELECT ON contact_history.contact TO contact_reader");
        assertThatRejected(() -> read(new StopSignal()))
                .hasMessageNotContaining("secret")
                .hasNoCause();
    }

    @Test
    void a_record_without_a_key_is_refused_instead_of_lost() {
        postgres.execute("INSERT INTO contact_table (tenant_id, modified_date) VALUES (1, now())");
        assertThatRejected(() -> read(new StopSignal())).hasMessageContaining("must not hold nulls");
    }

    @Test
    void a_statement_over_its_limit_is_a_time_out_and_the_source_goes_on() {
        slowDown();
        SourceProperties impatient = database.properties(Duration.ofMillis(200));
        try (ContactSource hurried = new PostgresContactSource(new SourceConnections(impatient))) {
            assertThatThrownBy(() -> hurried.read(CONTACTS, DATED, new KeysOnly(new ArrayList<>()), new StopSignal()))
                    .isInstanceOfSatisfying(
                            SourceFailure.class,
                            failure -> assertThat(failure.kind()).isEqualTo(Kind.SOURCE_TIMEOUT));
            hurried.check(CONTACTS);
        }
    }

    @Test
    void a_blocked_read_ends_soon_after_the_signal_and_the_source_goes_on() throws Exception {
        slowDown();
        StopSignal stop = new StopSignal();
        CompletableFuture<Long> reading = CompletableFuture.supplyAsync(() -> read(stop), worker);
        stop.stop();
        assertThatThrownBy(() -> reading.get(5, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(StoppedException.class);
        source.check(CONTACTS);
    }

    @Test
    void a_sink_that_fails_in_the_middle_does_not_spoil_the_next_read() throws Exception {
        database.fill(ContactHistoryDatabase.CONTACT, 2_000, new Random(3));
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> source.read(CONTACTS, DATED, new FullSink(), new StopSignal()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("full");
        }
        assertThat(read(new StopSignal())).isGreaterThan(1_000);
    }

    @Test
    void a_session_that_is_ended_in_the_middle_makes_the_source_unavailable_and_gives_no_result() {
        postgres.execute("INSERT INTO contact_table (contact_id, tenant_id, title, modified_date)"
                + " SELECT 'c' || n, 1, repeat('x', 4000), now() FROM generate_series(1, 15000) n");
        assertThatThrownBy(() -> source.read(CONTACTS, DATED, new EndsTheSession(), new StopSignal()))
                .isInstanceOfSatisfying(
                        SourceFailure.class,
                        failure -> assertThat(failure.kind()).isEqualTo(Kind.SOURCE_UNAVAILABLE));
        source.check(CONTACTS);
    }

    private long read(StopSignal stop) {
        return source.read(CONTACTS, DATED, new KeysOnly(new ArrayList<>()), stop);
    }

    /** A view whose first record takes longer than any test waits. */
    private void slowDown() {
        postgres.execute(
                "INSERT INTO contact_table (contact_id, tenant_id, modified_date) VALUES ('c', 1, now())",
                "DROP VIEW contact_history.contact",
                "CREATE VIEW contact_history.contact AS SELECT contact_id, tenant_id, created_date, modified_date,"
                        + " pg_sleep(60)::text AS title, first_name, last_name, email_address, phone_number,"
                        + " customer_id, all_attributes FROM contact_table",
                "GRANT SELECT ON contact_history.contact TO contact_reader");
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertThatRejected(ThrowingCallable call) {
        return assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        SourceFailure.class,
                        failure -> assertThat(failure.kind()).isEqualTo(Kind.SOURCE_REJECTED_REQUEST));
    }

    private static final class FullSink extends KeysOnly {
        private int records;

        FullSink() {
            super(new ArrayList<>());
        }

        @Override
        public void endRecord(RecordKey key) {
            if (++records == 100) {
                throw new IllegalStateException("full");
            }
        }
    }

    private static final class EndsTheSession extends KeysOnly {
        private int records;

        EndsTheSession() {
            super(new ArrayList<>());
        }

        @Override
        public void endRecord(RecordKey key) {
            if (++records == 10) {
                postgres.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = '"
                        + SourceConnections.APPLICATION + "' AND datname = current_database()");
            }
        }
    }
}
