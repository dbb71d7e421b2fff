package dev.longshore.history.run;

import dev.longshore.history.request.SortColumn;
import dev.longshore.history.request.SortKey;
import java.time.Duration;
import java.time.Instant;

/**
 * What lists of runs can be sorted by. Each has an index on (expression, first_fact_at, run_id), so that a page is read
 * from the index wherever it begins; the expressions are over {@code run r}.
 */
enum RunSort implements SortKey {
    REQUESTED_AT(SortColumn.instant("requestedAt", "r.first_fact_at")),
    FIRE_TIME(SortColumn.instant("fireTime", "COALESCE(r.fire_time, 'infinity')")),
    STARTED_AT(SortColumn.instant("startedAt", "COALESCE(r.started_at, 'infinity')")),
    ENDED_AT(SortColumn.instant("endedAt", "COALESCE(r.ended_at, 'infinity')")),
    DURATION(SortColumn.duration("duration", "COALESCE(r.ended_at - r.started_at, '0')")),
    JOB_TITLE(SortColumn.text("jobTitle", "COALESCE(r.job_title, '')")),
    SOURCE(SortColumn.text("source", "COALESCE(r.source, '')")),
    TYPE(SortColumn.text("type", "COALESCE(r.type, '')")),
    STATUS(SortColumn.text("status", "r.status")),
    ROWS(SortColumn.number("rows", "COALESCE(r.rows, -1)")),
    BYTES(SortColumn.number("bytes", "COALESCE(r.bytes, -1)")),
    FILE_NAME(SortColumn.text("fileName", "COALESCE(r.file_name, '')"));

    @SuppressWarnings("ImmutableEnumChecker") // a record of texts
    private final SortColumn column;

    RunSort(SortColumn column) {
        this.column = column;
    }

    @Override
    public SortColumn column() {
        return column;
    }

    /** Value of the expression for a run, as text that casts to the column's type. */
    String positionOf(RunRow run) {
        return switch (this) {
            case REQUESTED_AT -> SortColumn.positionOf(run.firstFactAt());
            case FIRE_TIME -> SortColumn.positionOf(run.fireTime());
            case STARTED_AT -> SortColumn.positionOf(run.startedAt());
            case ENDED_AT -> SortColumn.positionOf(run.endedAt());
            case DURATION -> duration(run);
            case JOB_TITLE -> SortColumn.positionOf(run.jobTitle());
            case SOURCE -> SortColumn.positionOf(run.source());
            case TYPE -> SortColumn.positionOf(run.type());
            case STATUS -> run.status().name();
            case ROWS -> SortColumn.positionOf(run.rows());
            case BYTES -> SortColumn.positionOf(run.bytes());
            case FILE_NAME -> SortColumn.positionOf(run.fileName());
        };
    }

    private static String duration(RunRow run) {
        Instant start = run.startedAt();
        Instant end = run.endedAt();
        if (start == null || end == null) {
            return "0";
        }
        return Duration.between(start, end).toNanos() / 1_000 + " microseconds";
    }
}
