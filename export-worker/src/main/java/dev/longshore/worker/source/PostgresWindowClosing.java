package dev.longshore.worker.source;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * Asks PostgreSQL's own list of locks: every transaction holds one on its virtual id from begin to end, whether or not it has
 * written, and any role may see that. The list is exact where a snapshot's bounds are not: a transaction that has no id yet, or
 * whose id is younger than the last one that ended, lies outside of a snapshot's bounds and can still write.
 *
 * <p>Left out are sessions of this product (they only read), of other databases, and the server's own maintenance. A
 * transaction that is prepared for two-phase commit gives up its virtual id, so a window stays open while any is prepared.
 *
 * <p>When the server is not the one that the cut was taken on, because it was started again or another has taken over, every
 * transaction of the cut has ended with it, and their ids mean nothing any more. The window is then closed as soon as nothing is
 * prepared, which survives both, and the clock has passed the cut. What begins later is dated after the cut, provided that the
 * clocks of a primary and its standby differ by less than a takeover lasts.
 */
final class PostgresWindowClosing implements WindowClosing {
    /**
     * A transaction's clock is read a moment before it shows up in the list, so the cut is said to be a little earlier than
     * when the list was read.
     */
    private static final String CUT = """
            SELECT pg_postmaster_start_time(),
                   clock_timestamp() - interval '100 milliseconds',
                   ARRAY(SELECT l.virtualtransaction
                         FROM pg_locks l
                         JOIN pg_stat_activity a ON a.pid = l.pid
                         WHERE l.locktype = 'virtualxid' AND l.virtualxid = l.virtualtransaction AND l.granted
                           AND a.pid <> pg_backend_pid() AND a.usesysid IS NOT NULL
                           AND a.datname = current_database() AND a.application_name <> ?
                         ORDER BY l.virtualtransaction)""";

    private static final String STILL_OPEN = """
            SELECT (SELECT count(*) FROM pg_locks l
                    WHERE l.locktype = 'virtualxid' AND l.virtualxid = l.virtualtransaction
                      AND l.virtualtransaction = ANY (?)),
                   (SELECT count(DISTINCT l.virtualtransaction) FROM pg_locks l
                    WHERE l.locktype = 'transactionid' AND l.mode = 'ExclusiveLock'
                      AND l.virtualtransaction = ANY (?)),
                   (SELECT count(*) FROM pg_prepared_xacts p WHERE p.database = current_database()),
                   pg_postmaster_start_time(), clock_timestamp()""";

    private final SourceConnections connections;

    PostgresWindowClosing(SourceConnections connections) {
        this.connections = connections;
    }

    @Override
    public Cut takeCut() {
        return connections.inTransaction(PostgresWindowClosing::takeCut);
    }

    @Override
    public ClosingOutcome ask(Cut cut) {
        return connections.inTransaction(connection -> ask(connection, cut));
    }

    private static Cut takeCut(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(CUT)) {
            statement.setString(1, SourceConnections.APPLICATION);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                String[] begun = (String[]) row.getArray(3).getArray();
                return new Cut(List.of(begun), instant(row, 2), instant(row, 1));
            }
        }
    }

    private static ClosingOutcome ask(Connection connection, Cut cut) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(STILL_OPEN)) {
            Object begun = cut.begun().toArray();
            statement.setArray(1, connection.createArrayOf("text", (Object[]) begun));
            statement.setArray(2, connection.createArrayOf("text", (Object[]) begun));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                int prepared = row.getInt(3);
                if (cut.serverStart() != null && !cut.serverStart().equals(instant(row, 4))) {
                    boolean passed = instant(row, 5).isAfter(cut.serverTime());
                    return prepared == 0 && passed
                            ? new ClosingOutcome.Closed()
                            : new ClosingOutcome.StillOpen(true, 0);
                }
                int open = row.getInt(1);
                int written = row.getInt(2);
                return open + prepared == 0
                        ? new ClosingOutcome.Closed()
                        : new ClosingOutcome.StillOpen(written + prepared > 0, Math.max(0, open - written));
            }
        }
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
