package dev.longshore.history.rebuild;

import dev.longshore.platform.messaging.UndecodableMessageException;
import java.sql.SQLException;
import java.time.DateTimeException;

/** What kept a step of a rebuild from being taken. */
enum Obstacle {
    /** The message itself: it is among the dead letters, or will be, and no repetition helps. */
    UNREADABLE_MESSAGE,
    /** Somebody reads the tables that are to be replaced. */
    READERS,
    /** Anything else; repetition may help. */
    OTHER;

    private static final String DATA_EXCEPTION = "22";
    private static final String CONSTRAINT_VIOLATION = "23";
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    static Obstacle of(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UndecodableMessageException
                    || cause instanceof IllegalArgumentException
                    || cause instanceof NullPointerException
                    || cause instanceof DateTimeException) {
                return UNREADABLE_MESSAGE;
            }
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return of(sql.getSQLState());
            }
        }
        return OTHER;
    }

    private static Obstacle of(String state) {
        if (state.equals(LOCK_NOT_AVAILABLE)) {
            return READERS;
        }
        return state.startsWith(DATA_EXCEPTION) || state.startsWith(CONSTRAINT_VIOLATION) ? UNREADABLE_MESSAGE : OTHER;
    }
}
