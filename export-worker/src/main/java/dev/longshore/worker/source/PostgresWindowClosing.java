package dev.longshore.worker.source;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * Asks PostgreSQL's own list of locks: every transaction holds one on its virtual id from begin to end, whether or not it has
 * written, and any role may see that. The list is exact where a snapshot's bounds are not: a transaction that has no id yet, or
 * whose id is younger than the last one that ended, lies outside of a snapshot's bounds and can still write.
 *
 * <p>Left out are sessions of this product (they only read), of other databases, and the server's own maintenance. A
 * transaction that is prepared for two-phase commit gives up its virtual id, so a window stays open while any is prepared.
 */
final class PostgresWindowClosing implements WindowClosing {
    /**
     * A transaction's clock is read a moment before it shows up in the list, so the cut is said to be a little earlier than
     * when the list was read.
     */
    private static final String CUT = """
            SELECT pg_is_in_recovery(),
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
                   (SELECT count(*) FROM pg_prepared_xacts p WHERE p.database = current_database())""";

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
                if (row.getBoolean(1)) {
                    throw SourceFailures.rejected(
                            "it is a standby, which does not know what transactions are open on its"
                                    + " primary: configure the primary's URL");
                }
                String[] begun = (String[]) row.getArray(3).getArray();
                return new Cut(
                        List.of(begun), row.getObject(2, OffsetDateTime.class).toInstant());
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
                int open = row.getInt(1);
                int written = row.getInt(2);
                int prepared = row.getInt(3);
                return open + prepared == 0
                        ? new ClosingOutcome.Closed()
                        : new ClosingOutcome.StillOpen(written + prepared > 0, Math.max(0, open - written));
            }
        }
    }
}
