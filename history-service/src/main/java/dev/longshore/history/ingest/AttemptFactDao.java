package dev.longshore.history.ingest;

import dev.longshore.history.ingest.RunFactDao.FailureRow;
import dev.longshore.history.progress.AttemptRow;
import dev.longshore.history.progress.TaskKind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** Writes facts of attempts; repeatable and in any order, like {@link RunFactDao}. */
interface AttemptFactDao {
    @SqlUpdate("""
            INSERT INTO attempt (run_id, task_kind, number, epoch, task_id, worker)
            VALUES (:runId, :taskKind, :number, :epoch, :taskId, :worker)
            ON CONFLICT DO NOTHING
            """)
    void insertUnlessKnown(@BindMethods AttemptKey key);

    @SqlUpdate("""
            UPDATE attempt SET started_at = LEAST(started_at, :at), attempt = COALESCE(attempt, :attempt)
            WHERE run_id = :runId AND task_kind = :taskKind AND number = :number AND epoch = :epoch
            """)
    void markStarted(@BindMethods AttemptKey key, Instant at, @Nullable Integer attempt);

    @SqlUpdate("""
            UPDATE attempt
            SET reported_at = GREATEST(reported_at, :at), keys = GREATEST(keys, :keys), rows = GREATEST(rows, :rows),
                bytes = GREATEST(bytes, :bytes)
            WHERE run_id = :runId AND task_kind = :taskKind AND number = :number AND epoch = :epoch
            """)
    void markReported(@BindMethods AttemptKey key, Instant at, long keys, long rows, long bytes);

    @SqlUpdate("""
            UPDATE attempt
            SET failed_at = :at, failure_kind = :kind, failure_message = :message, failure_retryable = :retryable,
                retry_at = :retryAt
            WHERE run_id = :runId AND task_kind = :taskKind AND number = :number AND epoch = :epoch
              AND (failed_at IS NULL OR failed_at > :at)
            """)
    void markFailed(
            @BindMethods AttemptKey key, Instant at, @BindMethods FailureRow failure, @Nullable Instant retryAt);

    @SqlUpdate("""
            UPDATE attempt SET done_at = :at, done_keys = :keys, done_rows = :rows, done_bytes = :bytes
            WHERE run_id = :runId AND task_kind = :taskKind AND number = :number AND epoch = :epoch
              AND (done_at IS NULL OR done_at > :at)
            """)
    void markDone(@BindMethods AttemptKey key, Instant at, long keys, long rows, long bytes);

    /** All attempts at one task: a handful. */
    @SqlQuery("""
            SELECT epoch, keys, rows, bytes, failed_at, done_at, done_keys, done_rows, done_bytes
            FROM attempt
            WHERE run_id = :runId AND task_kind = :taskKind AND number = :number
            """)
    @RegisterConstructorMapper(AttemptRow.class)
    List<AttemptRow> findAttempts(UUID runId, TaskKind taskKind, int number);

    /**
     * One attempt at one task.
     *
     * @param number number of the chunk or file, from 1; 1 for PLAN and PUBLISH
     * @param epoch rises with each attempt at the task
     */
    record AttemptKey(UUID runId, TaskKind taskKind, int number, long epoch, UUID taskId, String worker) {}
}
