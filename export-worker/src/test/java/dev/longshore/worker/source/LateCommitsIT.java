package dev.longshore.worker.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.testing.PostgresExtension;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Consecutive windows of a second, exported while 24 applications write and one transaction in ten commits up to two seconds
 * late: some of them prepared for two-phase commit, and with a session of ours that reads all the while.
 */
class LateCommitsIT {
    private static final long SEED = 20261126;
    private static final int LEAST_WINDOWS = 10;
    private static final int LEAST_ROWS = 15_000;
    private static final int KEYS_PER_CHUNK = 500;
    private static final Duration WINDOW = Duration.ofSeconds(1);

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    private final ContactHistoryDatabase database = new ContactHistoryDatabase(postgres);
    private final SourceConnections connections = database.connections(properties());
    private final WindowClosing closing = new PostgresWindowClosing(connections);
    private final ContactSource source = new PostgresContactSource(connections);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch ended = new CountDownLatch(1);

    /** What was exported of one window. */
    private record Exported(List<String> atOnce, List<String> onceClosed) {}

    @BeforeEach
    void create() {
        database.create();
    }

    @AfterEach
    void close() throws Exception {
        ended.countDown();
        threads.shutdown();
        assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        source.close();
    }

    @Test
    void no_row_is_missed_or_doubled_by_windows_that_are_read_once_they_are_closed() throws Exception {
        List<Future<Exported>> exports = new ArrayList<>();
        Instant start;
        Instant end;
        try (LateWriters writers = LateWriters.start(database, SEED)) {
            Future<?> reading = threads.submit(readingAllTheWhile());
            start = closing.takeCut()
                    .serverTime()
                    .truncatedTo(ChronoUnit.SECONDS)
                    .plus(WINDOW);
            end = start;
            while (exports.size() < LEAST_WINDOWS || writers.rows() < LEAST_ROWS * 5 / 4) {
                TimeWindow window = new TimeWindow(end, end.plus(WINDOW));
                end = end.plus(WINDOW);
                Cut cut = cutAfter(end);
                exports.add(threads.submit(() -> export(window, cut)));
            }
            for (Future<Exported> export : exports) {
                export.get(120, TimeUnit.SECONDS);
            }
            assertThat(reading.isDone()).as("our own reading has ended").isFalse();
        }

        List<String> atOnce = new ArrayList<>();
        List<String> onceClosed = new ArrayList<>();
        for (Future<Exported> export : exports) {
            atOnce.addAll(export.get().atOnce());
            onceClosed.addAll(export.get().onceClosed());
        }
        List<String> written = written(start, end);
        assertThat(written).hasSizeGreaterThanOrEqualTo(LEAST_ROWS);
        Collections.sort(onceClosed);
        assertThat(onceClosed)
                .as("rows of windows that are read once they are closed")
                .isEqualTo(written);
        assertThat(new HashSet<>(atOnce))
                .as("rows of windows that are read at once: some are missing, else this test could not fail")
                .hasSize(atOnce.size())
                .hasSizeLessThan(written.size());
        assertThat(new HashSet<>(written).containsAll(atOnce)).isTrue();
    }

    /** As a plan does it: with the wait switched off, and with it. */
    private Exported export(TimeWindow window, Cut cut) throws InterruptedException {
        List<String> atOnce = read(window);
        while (!(closing.ask(cut) instanceof ClosingOutcome.Closed)) {
            assertThat(ended.await(25, TimeUnit.MILLISECONDS)).isFalse();
        }
        return new Exported(atOnce, read(window));
    }

    private Cut cutAfter(Instant end) throws InterruptedException {
        Cut cut = closing.takeCut();
        while (cut.serverTime().isBefore(end)) {
            long left = Duration.between(cut.serverTime(), end).toMillis();
            assertThat(ended.await(left + 1, TimeUnit.MILLISECONDS)).isFalse();
            cut = closing.takeCut();
        }
        return cut;
    }

    private List<String> read(TimeWindow window) {
        Selection selection = new Selection(
                ContactHistoryDatabase.CONTACT, ContactHistoryDatabase.CONTACT.defaultDateColumn(), List.of(), window);
        List<String> keys = new ArrayList<>();
        StopSignal stop = new StopSignal();
        for (PlannedChunk chunk : source.plan(selection, KEYS_PER_CHUNK, stop).chunks()) {
            source.read(selection, chunk.range(), new KeysOnly(keys), stop);
        }
        return keys;
    }

    private Callable<Boolean> readingAllTheWhile() {
        return () -> connections.inTransaction(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("SELECT count(*) FROM contact_history.contact");
                return ended.await(5, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private List<String> written(Instant from, Instant to) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT contact_id FROM contact_table WHERE modified_date >= '%s' AND modified_date < '%s'"
                                .formatted(from, to))) {
            List<String> written = new ArrayList<>();
            while (rows.next()) {
                written.add(rows.getString(1));
            }
            Collections.sort(written);
            return written;
        }
    }

    private SourceProperties properties() {
        SourceProperties usual = database.properties(Duration.ofMinutes(1));
        return new SourceProperties(
                usual.url(), usual.user(), usual.password(), usual.statementTimeout(), usual.connectTimeout(), 12);
    }
}
