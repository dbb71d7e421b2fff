package dev.longshore.worker.source;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * Connections to the source, each for one short read-only transaction. The settings of a session are made anew with each
 * transaction ({@code SET LOCAL}), so that a connection pooler in transaction mode between us and the source does no harm.
 */
final class SourceConnections implements AutoCloseable {
    /** How this product shows up in the source's list of sessions; window closing leaves out what has this name. */
    static final String APPLICATION = "longshore-export-worker";

    private static final Duration CANCEL_TIMEOUT = Duration.ofSeconds(2);

    private final HikariDataSource pool;
    private final String settings;

    SourceConnections(SourceProperties properties) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("contact-history");
        config.setJdbcUrl(properties.url());
        config.setUsername(properties.user());
        config.setPassword(properties.password());
        config.setMaximumPoolSize(properties.connections());
        config.setMinimumIdle(0);
        config.setAutoCommit(false);
        config.setReadOnly(true);
        config.setConnectionTimeout(Math.max(250, properties.connectTimeout().toMillis()));
        // The worker starts without the source, and tells of its absence when a run needs it.
        config.setInitializationFailTimeout(-1);
        config.addDataSourceProperty("ApplicationName", APPLICATION);
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty(
                "connectTimeout",
                Long.toString(Math.max(1, properties.connectTimeout().toSeconds())));
        config.addDataSourceProperty("cancelSignalTimeout", Long.toString(CANCEL_TIMEOUT.toSeconds()));
        this.pool = new HikariDataSource(config);
        this.settings = settings(properties.statementTimeout());
    }

    /**
     * Works within one read-only transaction. Whatever happens, the connection is given back clean or not at all.
     *
     * @param isolation one of {@link Connection}'s levels
     * @param stop breaks off what is going on at the source; the work then ends with {@link StoppedException}
     */
    <T> T inTransaction(int isolation, StopSignal stop, Work<T> work) {
        stop.throwIfStopped();
        try (Connection connection = pool.getConnection()) {
            StopSignal.Registration registration = stop.onStop(() -> breakOff(connection));
            try {
                connection.setTransactionIsolation(isolation);
                try (Statement statement = connection.createStatement()) {
                    statement.execute(settings);
                    requirePrimary(statement);
                }
                T result = work.in(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                // In the middle of a COPY nothing else can be said on a connection, not even a rollback.
                discard(connection);
                throw e;
            } finally {
                registration.close();
            }
        } catch (SQLException e) {
            stop.throwIfStopped();
            throw SourceFailures.translate(e);
        }
    }

    /** For work that nobody stops. */
    <T> T inTransaction(Work<T> work) {
        return inTransaction(Connection.TRANSACTION_READ_COMMITTED, new StopSignal(), work);
    }

    @Override
    public void close() {
        pool.close();
    }

    /**
     * Asked with each use, in the one message of the settings: after a failover the same URL may lead to a standby, which neither
     * has all that was committed nor knows what is open on its primary.
     */
    private static void requirePrimary(Statement settings) throws SQLException {
        while (settings.getResultSet() == null) {
            if (!settings.getMoreResults() && settings.getUpdateCount() == -1) {
                throw SourceFailures.damaged("it does not say whether it is a standby");
            }
        }
        try (ResultSet row = settings.getResultSet()) {
            row.next();
            if (row.getBoolean(1)) {
                throw SourceFailures.rejected("it is a standby, which may lack records and does not know what"
                        + " transactions are open on its primary: configure the primary's URL");
            }
        }
    }

    private static String settings(Duration statementTimeout) {
        return """
                SET LOCAL TimeZone = 'UTC'; SET LOCAL DateStyle = 'ISO'; SET LOCAL standard_conforming_strings = on; \
                SET LOCAL jit = off; SET LOCAL max_parallel_workers_per_gather = 0; SET LOCAL synchronize_seqscans = off; \
                SET LOCAL extra_float_digits = 1; SET LOCAL statement_timeout = %d; SELECT pg_is_in_recovery()""".formatted(statementTimeout.toMillis());
    }

    /** Called by another thread: the source is told to stop, then the socket is closed, which wakes a blocked reader. */
    private void breakOff(Connection connection) {
        try {
            connection.unwrap(org.postgresql.PGConnection.class).cancelQuery();
        } catch (SQLException e) {
            // It does not listen: closing the socket, next, ends the work on our side all the same.
            discard(connection);
        }
        discard(connection);
    }

    private void discard(Connection connection) {
        try {
            Connection own = (Connection) connection.unwrap(org.postgresql.PGConnection.class);
            pool.evictConnection(connection);
            own.abort(Runnable::run);
        } catch (SQLException e) {
            // Already given back, or closed by the other side: then there is nothing left to close.
            return;
        }
    }

    /** What is done with a connection. */
    @FunctionalInterface
    interface Work<T> {
        T in(Connection connection) throws SQLException;
    }
}
