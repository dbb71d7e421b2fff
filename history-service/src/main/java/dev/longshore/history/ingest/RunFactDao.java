package dev.longshore.history.ingest;

import dev.longshore.history.progress.RunTally;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/**
 * Writes facts of runs. Each statement can be repeated and changes place with any other: it writes columns that no other
 * kind of event writes, or joins them by LEAST or GREATEST. Where a fact is told twice, the earliest telling stays.
 */
interface RunFactDao {
    /**
     * Takes the run's row lock until the end of the transaction, making the row if this is the first fact of the run,
     * and marks the run as changed for streams.
     */
    @SqlUpdate("""
            INSERT INTO run_progress AS p (run_id, as_of, changed_in)
            VALUES (:runId, :at, CAST(CAST(pg_current_xact_id() AS text) AS bigint))
            ON CONFLICT (run_id) DO UPDATE
            SET as_of = GREATEST(p.as_of, excluded.as_of), changed_in = excluded.changed_in
            """)
    void lock(UUID runId, Instant at);

    @SqlUpdate("""
            INSERT INTO run AS r (run_id, job_id, first_fact_at, hidden)
            VALUES (:runId, :jobId, :at, EXISTS (SELECT 1 FROM deleted_run d WHERE d.run_id = :runId))
            ON CONFLICT (run_id) DO UPDATE
            SET first_fact_at = excluded.first_fact_at
            WHERE r.first_fact_at > excluded.first_fact_at
            """)
    void insertUnlessKnown(UUID runId, UUID jobId, Instant at);

    @SqlUpdate("""
            UPDATE run
            SET job_version = :jobVersion, job_title = :jobTitle, source = :source, type = :type,
                entity_types = :entityTypes, date_column = :dateColumn, trigger = :trigger, fire_time = :fireTime,
                time_zone = :timeZone, window_from = :windowFrom, window_to = :windowTo, retry_of = :retryOf
            WHERE run_id = :runId AND job_version IS NULL
            """)
    void markSpecified(UUID runId, @BindMethods SpecificationRow specification);

    /** Lists search the titles instead of the runs. */
    @SqlUpdate("""
            INSERT INTO run_title (title) VALUES (:title)
            ON CONFLICT DO NOTHING
            """)
    boolean insertTitle(String title);

    /** The first of the names stays. */
    @SqlUpdate("""
            UPDATE run SET file_name = :name
            WHERE run_id = :runId AND (file_name IS NULL OR file_name > :name)
            """)
    void markFile(UUID runId, String name);

    @SqlUpdate("""
            UPDATE run SET requested_at = :at, requested_by = :requestedBy
            WHERE run_id = :runId AND (requested_at IS NULL OR requested_at > :at)
            """)
    void markRequested(UUID runId, Instant at, String requestedBy);

    @SqlUpdate("""
            UPDATE run SET skipped_at = :at, skipped_because = :reason
            WHERE run_id = :runId AND (skipped_at IS NULL OR skipped_at > :at)
            """)
    void markSkipped(UUID runId, Instant at, String reason);

    @SqlUpdate("""
            UPDATE run SET started_at = :at
            WHERE run_id = :runId AND (started_at IS NULL OR started_at > :at)
            """)
    void markStarted(UUID runId, Instant at);

    /** The latest wait stays. */
    @SqlUpdate("""
            UPDATE run SET waiting_at = :at, waiting_for = :reason, waiting_until = :until
            WHERE run_id = :runId AND (waiting_at IS NULL OR :at > waiting_at)
            """)
    void markWaiting(UUID runId, Instant at, String reason, @Nullable Instant until);

    /** The latest attempt at the plan stays. */
    @SqlUpdate("""
            UPDATE run SET planning_at = :at
            WHERE run_id = :runId AND (planning_at IS NULL OR :at > planning_at)
            """)
    void markPlanning(UUID runId, Instant at);

    @SqlUpdate("""
            UPDATE run
            SET planned_at = :at, chunks = :chunks, keys = :keys, expected_rows = :expectedRows,
                expected_bytes = :expectedBytes, closed_through = :closedThrough, window_warning = :warning
            WHERE run_id = :runId AND (planned_at IS NULL OR planned_at > :at)
            """)
    void markPlanned(
            UUID runId,
            Instant at,
            int chunks,
            long keys,
            @Nullable Long expectedRows,
            @Nullable Long expectedBytes,
            Instant closedThrough,
            @Nullable String warning);

    @SqlUpdate("""
            UPDATE run SET exporting_at = :at
            WHERE run_id = :runId AND (exporting_at IS NULL OR exporting_at > :at)
            """)
    void markExporting(UUID runId, Instant at);

    @SqlUpdate("""
            UPDATE run
            SET laid_out_at = :at, laid_out_files = :files, laid_out_rows = :rows, laid_out_bytes = :bytes
            WHERE run_id = :runId AND (laid_out_at IS NULL OR laid_out_at > :at)
            """)
    void markLaidOut(UUID runId, Instant at, int files, long rows, long bytes);

    @SqlUpdate("""
            UPDATE run SET publishing_at = :at
            WHERE run_id = :runId AND (publishing_at IS NULL OR publishing_at > :at)
            """)
    void markPublishing(UUID runId, Instant at);

    @SqlUpdate("""
            UPDATE run
            SET completed_at = :completedAt, folder = :folder, files = :files, rows = :rows, bytes = :bytes,
                plain_bytes = :plainBytes, manifest_sha256 = :manifestSha256, manifest_bytes = :manifestBytes,
                expires_at = :expiresAt
            WHERE run_id = :runId AND (completed_at IS NULL OR completed_at > :completedAt)
            """)
    void markCompleted(UUID runId, @BindMethods CompletionRow completion);

    @SqlUpdate("""
            UPDATE run
            SET failed_at = :at, failed_task_kind = :taskKind, failure_kind = :kind, failure_message = :message,
                failure_retryable = :retryable
            WHERE run_id = :runId AND (failed_at IS NULL OR failed_at > :at)
            """)
    void markFailed(UUID runId, Instant at, String taskKind, @BindMethods FailureRow failure);

    @SqlUpdate("""
            UPDATE run SET cancelled_at = :at, cancelled_by = :requestedBy, cancelled_because = :reason
            WHERE run_id = :runId AND (cancelled_at IS NULL OR cancelled_at > :at)
            """)
    void markCancelled(UUID runId, Instant at, String requestedBy, @Nullable String reason);

    @SqlUpdate("""
            UPDATE run_progress
            SET keys_seen = keys_seen + :keysSeen, keys_held = keys_held + :keysHeld,
                rows_held = rows_held + :rowsHeld, bytes_held = bytes_held + :bytesHeld,
                chunks_done = chunks_done + :chunksDone, chunks_held = chunks_held + :chunksHeld,
                assembled_rows = assembled_rows + :assembledRows, assembled_bytes = assembled_bytes + :assembledBytes,
                files_done = files_done + :filesDone, files_held = files_held + :filesHeld
            WHERE run_id = :runId
            """)
    void add(UUID runId, @BindMethods RunTally difference);

    /** What a run exports, as the columns of table {@code run} hold it. Every event that carries it carries the same. */
    record SpecificationRow(
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
