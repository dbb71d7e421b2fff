package dev.longshore.worker.source;

import dev.longshore.worker.source.SourceFailure.Kind;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/**
 * Turns what the driver throws into failures that may be shown. Only the SQLSTATE is used, never the driver's text, because that
 * quotes values, names and addresses.
 */
final class SourceFailures {
    /** By the beginning of the SQLSTATE; the first that fits counts. */
    private static final List<Known> KNOWN = List.of(
            new Known("57014", Kind.SOURCE_TIMEOUT, "a statement was cancelled because it took longer than its limit"),
            new Known("08", Kind.SOURCE_UNAVAILABLE, "it cannot be reached, or the connection broke"),
            new Known("57P", Kind.SOURCE_UNAVAILABLE, "it is starting, stopping, or has ended the session"),
            new Known("53", Kind.SOURCE_UNAVAILABLE, "it is out of connections, memory or disk space"),
            new Known("55", Kind.SOURCE_UNAVAILABLE, "something else holds what is to be read"),
            new Known("40", Kind.SOURCE_UNAVAILABLE, "it rolled the reading back because of a conflict"),
            new Known("58", Kind.SOURCE_UNAVAILABLE, "its operating system reported a failure"),
            new Known("28", Kind.SOURCE_REJECTED_REQUEST, "sign-in was refused: check user and password of the source"),
            new Known("3D000", Kind.SOURCE_REJECTED_REQUEST, "the database does not exist: check the source's URL"),
            new Known(
                    "42501",
                    Kind.SOURCE_REJECTED_REQUEST,
                    "permission was denied: grant USAGE on the schema and SELECT on its views to the source's user"),
            new Known("42P01", Kind.SOURCE_REJECTED_REQUEST, "the view, or a table that it reads, does not exist"),
            new Known("3F000", Kind.SOURCE_REJECTED_REQUEST, "the schema of the view does not exist"),
            new Known("42703", Kind.SOURCE_REJECTED_REQUEST, "a column does not exist"),
            new Known("22", Kind.SOURCE_REJECTED_REQUEST, "a value cannot be converted to its column's type"),
            new Known(
                    "XX", Kind.SOURCE_DAMAGED, "it cannot read its own data: have its administrator look at its log"));

    private SourceFailures() {}

    static SourceFailure translate(SQLException failure) {
        String state = stateOf(failure);
        for (Known known : KNOWN) {
            if (state.startsWith(known.prefix)) {
                return failure(known.kind, known.words + " (SQLSTATE " + state + ")");
            }
        }
        if (state.isEmpty()) {
            return failure(Kind.SOURCE_UNAVAILABLE, "the connection failed");
        }
        return failure(Kind.SOURCE_REJECTED_REQUEST, "it refused the request (SQLSTATE " + state + ")");
    }

    static SourceFailure rejected(String words) {
        return failure(Kind.SOURCE_REJECTED_REQUEST, words);
    }

    static SourceFailure unavailable(String words) {
        return failure(Kind.SOURCE_UNAVAILABLE, words);
    }

    static SourceFailure damaged(String words) {
        return failure(Kind.SOURCE_DAMAGED, words);
    }

    private static SourceFailure failure(Kind kind, String words) {
        return new SourceFailure(kind, "The source failed: " + words + ".");
    }

    /** A pool wraps what went wrong while it tried to connect. */
    private static String stateOf(SQLException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState().toUpperCase(Locale.ROOT);
            }
        }
        return "";
    }

    private record Known(String prefix, Kind kind, String words) {}
}
