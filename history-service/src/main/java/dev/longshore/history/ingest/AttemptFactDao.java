package dev.longshore.history.ingest;

import dev.longshore.history.ingest.RunFactDao.FailureRow;
import dev.longshore.history.progress.AttemptRow;
import dev.longshore.history.progress.TaskKind;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;

/** Writes facts of attempts; repeatable and in any order, like {@link RunFactDao}. */
interface AttemptFactDao {
    @SqlBatch("""
            INSERT INTO attempt (run_id, task_kind, number, epoch, task_id, worker)
            VALUES (:runId, :taskKind, :number, :epoch, :taskId, :worker)
            ON CONFLICT DO NOTHING
            """)
    void insertUnlessKnown(@BindMethods Collection<AttemptKey> keys);

    @SqlBatch("""
            UPDATE attempt SET started_at = LEAST(started_at, :at), attempt = COALESCE(attempt, :attempt)
            WHERE run_id = :key.runId AND task_kind = :key.taskKind AND number = :key.number AND epoch = :key.epoch
            """)
    void markStarted(@BindMethods Collection<StartRow> starts);

    @SqlBatch("""
            UPDATE attempt
            SET reported_at = GREATEST(reported_at, :at), keys = GREATEST(keys, :keys), rows = GREATEST(rows, :rows),
                bytes = GREATEST(bytes, :bytes)
            WHERE run_id = :key.runId AND task_kind = :key.taskKind AND number = :key.number AND epoch = :key.epoch
            """)
    void markReported(@BindMethods Collection<AmountsRow> reports);

    @SqlBatch("""
            UPDATE attempt
            SET failed_at = :at, failure_kind = :failure.kind, failure_message = :failure.message,
                failure_retryable = :failure.retryable, retry_at = :retryAt
            WHERE run_id = :key.runId AND task_kind = :key.taskKind AND number = :key.number AND epoch = :key.epoch
              AND (failed_at IS NULL OR failed_at > :at)
            """)
    void markFailed(@BindMethods Collection<FailureOfAttemptRow> failures);

    @SqlBatch("""
            UPDATE attempt SET done_at = :at, done_keys = :keys, done_rows = :rows, done_bytes = :bytes
            WHERE run_id = :key.runId AND task_kind = :key.taskKind AND number = :key.number AND epoch = :key.epoch
              AND (done_at IS NULL OR done_at > :at)
            """)
    void markDone(@BindMethods Collection<AmountsRow> results);

    /** All attempts at some tasks: a handful at each. The three arrays are of one length. */
    @SqlQuery("""
            SELECT a.run_id, a.task_kind, a.number, a.epoch, a.keys, a.rows, a.bytes, a.failed_at, a.done_at,
                   a.done_keys, a.done_rows, a.done_bytes
            FROM unnest(CAST(:runIds AS uuid[]), CAST(:taskKinds AS text[]), CAST(:numbers AS integer[]))
                AS task (run_id, task_kind, number)
            JOIN attempt a ON a.run_id = task.run_id AND a.task_kind = task.task_kind AND a.number = task.number
            """)
    @RegisterConstructorMapper(AttemptAtTaskRow.class)
    List<AttemptAtTaskRow> findAttempts(UUID[] runIds, String[] taskKinds, Integer[] numbers);

    /**
     * One attempt at one task.
     *
     * @param number number of the chunk or file, from 1; 1 for PLAN and PUBLISH
     * @param epoch rises with each attempt at the task
     */
    record AttemptKey(UUID runId, TaskKind taskKind, int number, long epoch, UUID taskId, String worker) {
        Task task() {
            return new Task(runId, taskKind, number);
        }
    }

    /** What an attempt is made at. */
    record Task(UUID runId, TaskKind taskKind, int number) {}

    /** An attempt as it is stored. */
    record AttemptAtTaskRow(
            UUID runId,
            TaskKind taskKind,
            int number,
            @Nested AttemptRow attempt) {
        Task task() {
            return new Task(runId, taskKind, number);
        }
    }

    /** @param attempt how many attempts there had been at the task; null where nobody says so */
    record StartRow(AttemptKey key, Instant at, @Nullable Integer attempt) {}

    /** What an attempt reports, or has done. */
    record AmountsRow(AttemptKey key, Instant at, long keys, long rows, long bytes) {}

    /** How an attempt failed. */
    record FailureOfAttemptRow(
            AttemptKey key,
            Instant at,
            FailureRow failure,
            @Nullable Instant retryAt) {}
}
