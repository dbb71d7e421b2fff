package dev.longshore.platform.jdbi;

import java.sql.SQLException;
import java.sql.SQLNonTransientException;
import java.sql.SQLTransientException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Tells failures that pass with time (the database is away, full, or undid the transaction) from those that come again. */
public final class DatabaseOutage {
    private DatabaseOutage() {}

    /** Whether the failure, or what it was caused by, is one that trying again later may help. */
    public static boolean isCauseOf(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (passes(cause)) {
                return true;
            }
        }
        return false;
    }

    private static boolean passes(Throwable cause) {
        return cause instanceof TransientDataAccessException
                || cause instanceof DataAccessResourceFailureException
                || cause instanceof CannotCreateTransactionException
                || cause instanceof SQLTransientException
                || (cause instanceof SQLException sql
                        && !(sql instanceof SQLNonTransientException)
                        && passes(sql.getSQLState()));
    }

    /** Connection failures, shutdowns of the server, want of space, deadlocks and serialization failures. */
    private static boolean passes(@Nullable String state) {
        return state != null
                && (state.startsWith("08")
                        || state.startsWith("57P")
                        || state.startsWith("40")
                        || state.startsWith("53"));
    }
}
