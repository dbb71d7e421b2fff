package dev.longshore.history.run;

import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

interface TimelineDao {
    /**
     * Attempts of a run in the order of its steps, chunks and epochs, beyond a position.
     *
     * @param step 1 to 4 for PLAN, EXPORT, ASSEMBLE, PUBLISH; 0 to begin at the first
     */
    @SqlQuery("""
            WITH ordered AS (
                SELECT a.task_kind, a.number, a.epoch, a.attempt, a.worker, a.started_at, a.reported_at, a.keys, a.rows,
                       a.bytes, a.failed_at, a.failure_kind, a.failure_message, a.failure_retryable, a.retry_at,
                       a.done_at, a.done_rows, a.done_bytes,
                       CASE a.task_kind WHEN 'PLAN' THEN 1 WHEN 'EXPORT' THEN 2 WHEN 'ASSEMBLE' THEN 3
                           WHEN 'PUBLISH' THEN 4 ELSE 5 END AS step,
                       max(a.epoch) OVER task AS latest_epoch,
                       bool_or(a.done_at IS NOT NULL) OVER task AS task_done
                FROM attempt a
                WHERE a.run_id = :runId
                WINDOW task AS (PARTITION BY a.task_kind, a.number)
            )
            SELECT task_kind, number, epoch, attempt, worker, started_at, reported_at, keys, rows, bytes, failed_at,
                   failure_kind, failure_message, failure_retryable, retry_at, done_at, done_rows, done_bytes,
                   latest_epoch, task_done
            FROM ordered
            WHERE (step, number, epoch) > (:step, :number, :epoch)
            ORDER BY step, number, epoch
            LIMIT :limit
            """)
    @RegisterConstructorMapper(TimelineAttemptRow.class)
    List<TimelineAttemptRow> findAttempts(UUID runId, int step, int number, long epoch, int limit);
}
