package dev.longshore.history.run;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What lists of runs can be sorted by. Each has an index on (expression, first_fact_at, run_id), so that a page is read
 * from the index wherever it begins; the expression is never null.
 */
enum RunSort {
    REQUESTED_AT("requestedAt", "r.first_fact_at", "timestamptz"),
    FIRE_TIME("fireTime", "COALESCE(r.fire_time, 'infinity')", "timestamptz"),
    STARTED_AT("startedAt", "COALESCE(r.started_at, 'infinity')", "timestamptz"),
    ENDED_AT("endedAt", "COALESCE(r.ended_at, 'infinity')", "timestamptz"),
    DURATION("duration", "COALESCE(r.ended_at - r.started_at, '0')", "interval"),
    JOB_TITLE("jobTitle", "COALESCE(r.job_title, '')", "text"),
    SOURCE("source", "COALESCE(r.source, '')", "text"),
    TYPE("type", "COALESCE(r.type, '')", "text"),
    STATUS("status", "r.status", "text"),
    ROWS("rows", "COALESCE(r.rows, -1)", "bigint"),
    BYTES("bytes", "COALESCE(r.bytes, -1)", "bigint"),
    FILE_NAME("fileName", "COALESCE(r.file_name, '')", "text");

    private final String field;
    private final String expression;
    private final String sqlType;

    RunSort(String field, String expression, String sqlType) {
        this.field = field;
        this.expression = expression;
        this.sqlType = sqlType;
    }

    /** Name in the API. */
    String field() {
        return field;
    }

    /** SQL expression over {@code run r}; never null. */
    String expression() {
        return expression;
    }

    /** SQL type of the expression. */
    String sqlType() {
        return sqlType;
    }

    /** Value of the expression for a run, as text that casts to {@link #sqlType()}. */
    String positionOf(RunRow run) {
        return switch (this) {
            case REQUESTED_AT -> run.firstFactAt().toString();
            case FIRE_TIME -> text(run.fireTime());
            case STARTED_AT -> text(run.startedAt());
            case ENDED_AT -> text(run.endedAt());
            case DURATION -> duration(run);
            case JOB_TITLE -> plain(run.jobTitle());
            case SOURCE -> plain(run.source());
            case TYPE -> plain(run.type());
            case STATUS -> run.status().name();
            case ROWS -> number(run.rows());
            case BYTES -> number(run.bytes());
            case FILE_NAME -> plain(run.fileName());
        };
    }

    /** Whether a text is a value of the expression. */
    boolean isPosition(String text) {
        return switch (sqlType) {
            case "timestamptz" -> text.equals("infinity") || isInstant(text);
            case "interval" -> text.equals("0") || text.matches("-?\\d{1,18} microseconds");
            case "bigint" -> text.matches("-?\\d{1,18}");
            default -> text.indexOf(0) < 0;
        };
    }

    private static boolean isInstant(String text) {
        try {
            return Instant.parse(text).isAfter(Instant.MIN);
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    static Optional<RunSort> named(String field) {
        return Arrays.stream(values()).filter(sort -> sort.field.equals(field)).findFirst();
    }

    private static String duration(RunRow run) {
        Instant start = run.startedAt();
        Instant end = run.endedAt();
        if (start == null || end == null) {
            return "0";
        }
        return Duration.between(start, end).toNanos() / 1_000 + " microseconds";
    }

    private static String text(@Nullable Instant instant) {
        return instant == null ? "infinity" : instant.toString();
    }

    private static String plain(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String number(@Nullable Long number) {
        return number == null ? "-1" : number.toString();
    }
}
