package dev.longshore.history.ingest;

import dev.longshore.history.progress.RunTally;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jspecify.annotations.Nullable;

/**
 * Writes facts of runs. Each statement can be repeated and changes place with any other: it writes columns that no other
 * kind of event writes, or joins them by LEAST or GREATEST. Where a fact is told twice, the earliest telling stays. Each
 * takes rows of any number of facts, in any order, and sends them at once.
 */
interface RunFactDao {
    /**
     * Takes the run's row lock until the end of the transaction, making the row if this is the first fact of the run,
     * and marks the run as changed for streams.
     */
    @SqlBatch("""
            INSERT INTO run_progress AS p (run_id, as_of, changed_in)
            VALUES (:runId, :latest, CAST(CAST(pg_current_xact_id() AS text) AS bigint))
            ON CONFLICT (run_id) DO UPDATE
            SET as_of = GREATEST(p.as_of, excluded.as_of), changed_in = excluded.changed_in
            """)
    void lock(@BindMethods Collection<TouchedRow> runs);

    @SqlBatch("""
            INSERT INTO run AS r (run_id, job_id, first_fact_at, hidden)
            VALUES (:runId, :jobId, :earliest, EXISTS (SELECT 1 FROM deleted_run d WHERE d.run_id = :runId))
            ON CONFLICT (run_id) DO UPDATE
            SET first_fact_at = excluded.first_fact_at
            WHERE r.first_fact_at > excluded.first_fact_at
            """)
    void insertUnlessKnown(@BindMethods Collection<TouchedRow> runs);

    @SqlBatch("""
            UPDATE run
            SET job_version = :jobVersion, job_title = :jobTitle, source = :source, type = :type,
                entity_types = :entityTypes, date_column = :dateColumn, trigger = :trigger, fire_time = :fireTime,
                time_zone = :timeZone, window_from = :windowFrom, window_to = :windowTo, retry_of = :retryOf
            WHERE run_id = :runId AND job_version IS NULL
            """)
    void markSpecified(@BindMethods Collection<SpecificationRow> specifications);

    /** Lists search the titles instead of the runs. */
    @SqlBatch("""
            INSERT INTO run_title (title) VALUES (:title)
            ON CONFLICT DO NOTHING
            """)
    void insertTitles(@Bind("title") Collection<String> titles);

    /** The first of the names stays. */
    @SqlBatch("""
            UPDATE run SET file_name = :name
            WHERE run_id = :runId AND (file_name IS NULL OR file_name > :name)
            """)
    void markFiles(@BindMethods Collection<FileNameRow> files);

    @SqlBatch("""
            UPDATE run SET requested_at = :at, requested_by = :requestedBy
            WHERE run_id = :runId AND (requested_at IS NULL OR requested_at > :at)
            """)
    void markRequested(@BindMethods Collection<RequestedRow> runs);

    @SqlBatch("""
            UPDATE run SET skipped_at = :at, skipped_because = :reason
            WHERE run_id = :runId AND (skipped_at IS NULL OR skipped_at > :at)
            """)
    void markSkipped(@BindMethods Collection<SkippedRow> runs);

    @SqlBatch("""
            UPDATE run SET started_at = :at
            WHERE run_id = :runId AND (started_at IS NULL OR started_at > :at)
            """)
    void markStarted(@BindMethods Collection<MomentRow> runs);

    /** The latest wait stays. */
    @SqlBatch("""
            UPDATE run SET waiting_at = :at, waiting_for = :reason, waiting_until = :until
            WHERE run_id = :runId AND (waiting_at IS NULL OR :at > waiting_at)
            """)
    void markWaiting(@BindMethods Collection<WaitingRow> runs);

    /** The latest attempt at the plan stays. */
    @SqlBatch("""
            UPDATE run SET planning_at = :at
            WHERE run_id = :runId AND (planning_at IS NULL OR :at > planning_at)
            """)
    void markPlanning(@BindMethods Collection<MomentRow> runs);

    @SqlBatch("""
            UPDATE run
            SET planned_at = :at, chunks = :chunks, keys = :keys, expected_rows = :expectedRows,
                expected_bytes = :expectedBytes, closed_through = :closedThrough, window_warning = :warning
            WHERE run_id = :runId AND (planned_at IS NULL OR planned_at > :at)
            """)
    void markPlanned(@BindMethods Collection<PlanRow> plans);

    @SqlBatch("""
            UPDATE run SET exporting_at = :at
            WHERE run_id = :runId AND (exporting_at IS NULL OR exporting_at > :at)
            """)
    void markExporting(@BindMethods Collection<MomentRow> runs);

    @SqlBatch("""
            UPDATE run
            SET laid_out_at = :at, laid_out_files = :files, laid_out_rows = :rows, laid_out_bytes = :bytes
            WHERE run_id = :runId AND (laid_out_at IS NULL OR laid_out_at > :at)
            """)
    void markLaidOut(@BindMethods Collection<LayoutRow> runs);

    @SqlBatch("""
            UPDATE run SET publishing_at = :at
            WHERE run_id = :runId AND (publishing_at IS NULL OR publishing_at > :at)
            """)
    void markPublishing(@BindMethods Collection<MomentRow> runs);

    @SqlBatch("""
            UPDATE run
            SET completed_at = :completedAt, folder = :folder, files = :files, rows = :rows, bytes = :bytes,
                plain_bytes = :plainBytes, manifest_sha256 = :manifestSha256, manifest_bytes = :manifestBytes,
                expires_at = :expiresAt
            WHERE run_id = :runId AND (completed_at IS NULL OR completed_at > :completedAt)
            """)
    void markCompleted(@BindMethods Collection<CompletionRow> runs);

    @SqlBatch("""
            UPDATE run
            SET failed_at = :at, failed_task_kind = :taskKind, failure_kind = :failure.kind,
                failure_message = :failure.message, failure_retryable = :failure.retryable
            WHERE run_id = :runId AND (failed_at IS NULL OR failed_at > :at)
            """)
    void markFailed(@BindMethods Collection<FailedRow> runs);

    @SqlBatch("""
            UPDATE run SET cancelled_at = :at, cancelled_by = :requestedBy, cancelled_because = :reason
            WHERE run_id = :runId AND (cancelled_at IS NULL OR cancelled_at > :at)
            """)
    void markCancelled(@BindMethods Collection<CancelledRow> runs);

    @SqlBatch("""
            UPDATE run_progress
            SET keys_seen = keys_seen + :difference.keysSeen, keys_held = keys_held + :difference.keysHeld,
                rows_held = rows_held + :difference.rowsHeld, bytes_held = bytes_held + :difference.bytesHeld,
                chunks_done = chunks_done + :difference.chunksDone,
                chunks_held = chunks_held + :difference.chunksHeld,
                assembled_rows = assembled_rows + :difference.assembledRows,
                assembled_bytes = assembled_bytes + :difference.assembledBytes,
                files_done = files_done + :difference.filesDone, files_held = files_held + :difference.filesHeld
            WHERE run_id = :runId
            """)
    void add(@BindMethods Collection<TallyRow> differences);

    /** A run that facts came of, from the earliest of them to the latest. */
    record TouchedRow(UUID runId, UUID jobId, Instant earliest, Instant latest) {
        TouchedRow and(TouchedRow other) {
            return new TouchedRow(
                    runId,
                    jobId,
                    earliest.isBefore(other.earliest) ? earliest : other.earliest,
                    latest.isAfter(other.latest) ? latest : other.latest);
        }
    }

    /** An instant in the life of a run. */
    record MomentRow(UUID runId, Instant at) {}

    /** Who asked for a run, and when. */
    record RequestedRow(UUID runId, Instant at, String requestedBy) {}

    /** Why a fire time was passed over. */
    record SkippedRow(UUID runId, Instant at, String reason) {}

    /** What a run waits for. */
    record WaitingRow(
            UUID runId, Instant at, String reason, @Nullable Instant until) {}

    /** The plan of a run, as the columns of table {@code run} hold it. */
    record PlanRow(
            UUID runId,
            Instant at,
            int chunks,
            long keys,
            @Nullable Long expectedRows,
            @Nullable Long expectedBytes,
            Instant closedThrough,
            @Nullable String warning) {}

    /** What files a run makes. */
    record LayoutRow(UUID runId, Instant at, int files, long rows, long bytes) {}

    /** A file that a run made. */
    record FileNameRow(UUID runId, String name) {}

    /** How a run failed. */
    record FailedRow(UUID runId, Instant at, String taskKind, FailureRow failure) {}

    /** By whom a run was cancelled. */
    record CancelledRow(
            UUID runId,
            Instant at,
            String requestedBy,
            @Nullable String reason) {}

    /** What a run's tally changes by. */
    record TallyRow(UUID runId, RunTally difference) {}

    /** What a run exports, as the columns of table {@code run} hold it. Every event that carries it carries the same. */
    record SpecificationRow(
            UUID runId,
            int jobVersion,
            String jobTitle,
            String source,
            String type,
            @Nullable List<String> entityTypes,
            String dateColumn,
            String trigger,
            Instant fireTime,
            String timeZone,
            @Nullable Instant windowFrom,
            @Nullable Instant windowTo,
            @Nullable UUID retryOf) {}

    /** How a run completed, as the columns of table {@code run} hold it. */
    record CompletionRow(
            UUID runId,
            Instant completedAt,
            String folder,
            int files,
            long rows,
            long bytes,
            long plainBytes,
            String manifestSha256,
            long manifestBytes,
            @Nullable Instant expiresAt) {}

    /** Why something failed, in words that are safe to show. */
    record FailureRow(String kind, String message, boolean retryable) {}
}
