package dev.longshore.standalone.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/**
 * A Contact History of realistic shape: schema {@code ucs} with tables that mirror UCS, schema {@code contact_history} with
 * the views that Longshore exports. Texts are of skewed size (half under 580 B, few of 100 KB) in several scripts, with
 * quotes, line breaks, emoji, nulls and JSON attributes. The same seed, size and end make the same bytes on any machine.
 */
public final class SampleContactHistory {

    /** The sample covers this many days before its end. */
    public static final int DAYS = 90;

    /** The seed of what is created where nobody chooses one. */
    public static final long STANDARD_SEED = 20_261_123;

    private static final List<String> TABLES = List.of("ucs.contact", "ucs.interaction", "ucs.attachment");

    private SampleContactHistory() {}

    /**
     * Creates and fills everything in one transaction, then analyzes: after a crash there is all of it or nothing. Memory does
     * not grow with the size.
     *
     * @param database a database that has neither schema yet
     * @param end rows start before this instant; UTC, microseconds count
     * @throws SQLException when the database refuses; nothing is left behind then
     */
    public static void create(DataSource database, Size size, long seed, Instant end) throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            run(connection, "/sample/ucs-tables.sql");
            fill(connection, size, seed, end);
            run(connection, "/sample/ucs-indexes.sql");
            run(connection, "/sample/contact-history-views.sql");
            connection.commit();
            connection.setAutoCommit(true);
            analyze(connection);
        }
    }

    /** Whether the database has the views of a Contact History, ours or an integrator's. */
    public static boolean isPresent(DataSource database) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var found = statement.executeQuery("SELECT to_regclass('contact_history.interaction') IS NOT NULL")) {
            return found.next() && found.getBoolean(1);
        }
    }

    static List<SampleRows> rows(Size size, long seed, Instant end) {
        var week = new WorkingWeek(end, DAYS);
        var phrases = Phrases.load();
        long endMicros = ChronoUnit.MICROS.between(Instant.EPOCH, end);
        return List.of(
                new ContactRows(seed, size, week, endMicros),
                new InteractionRows(seed, size, week, endMicros, phrases),
                new AttachmentRows(seed, size));
    }

    private static void fill(Connection connection, Size size, long seed, Instant end) throws SQLException {
        ExecutorService executor = Executors.newSingleThreadExecutor(task -> {
            var thread = new Thread(task, "sample-rows");
            thread.setDaemon(true);
            return thread;
        });
        try {
            for (var rows : rows(size, seed, end)) {
                copy(connection, rows, executor);
            }
        } finally {
            executor.shutdownNow();
        }
    }

    private static void copy(Connection connection, SampleRows rows, ExecutorService executor) throws SQLException {
        var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(rows.copyStatement());
        try {
            new CopyStream(rows, executor).sendTo((bytes, length) -> {
                try {
                    copy.writeToCopy(bytes, 0, length);
                } catch (SQLException e) {
                    throw new IOException(e);
                }
            });
            copy.endCopy();
        } catch (IOException e) {
            throw e.getCause() instanceof SQLException refused ? refused : new SQLException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted while the sample was loaded", e);
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private static void analyze(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var table : TABLES) {
                statement.execute("ANALYZE " + table);
            }
        }
    }

    private static void run(Connection connection, String resource) throws SQLException {
        try (var script = Objects.requireNonNull(SampleContactHistory.class.getResourceAsStream(resource), resource);
                var statement = connection.createStatement()) {
            statement.execute(new String(script.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " cannot be read", e);
        }
    }
}
