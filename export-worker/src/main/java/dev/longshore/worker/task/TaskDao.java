package dev.longshore.worker.task;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Tasks and their leases, by the database's clock. Every write names the state, and once held the epoch, it expects. */
@RegisterConstructorMapper(TaskRow.class)
public interface TaskDao {
    /** @return false when the task was there already */
    @SqlUpdate("""
            INSERT INTO task (task_id, run_id, kind, number, state, announced_at)
            VALUES (:taskId, :runId, :kind, :number, 'READY', clock_timestamp())
            ON CONFLICT DO NOTHING
            """)
    boolean insert(UUID taskId, UUID runId, TaskKind kind, int number);

    /** Adds a step that was done along with another one; it counts as one attempt, of the first epoch. */
    @SqlUpdate("""
            INSERT INTO task (task_id, run_id, kind, number, state, epoch, attempt, worker, started_at, finished_at)
            VALUES (:taskId, :runId, :kind, :number, 'DONE', 1, 1, :worker, :startedAt, clock_timestamp())
            """)
    boolean insertDone(UUID taskId, UUID runId, TaskKind kind, int number, String worker, Instant startedAt);

    @SqlQuery("""
            SELECT task_id, run_id, kind, number, state, epoch, attempt, worker, started_at
            FROM task
            WHERE task_id = :taskId
            """)
    Optional<TaskRow> find(UUID taskId);

    /** Grants a lease when the task is free, or when the lease of its holder has expired. */
    @SqlQuery("""
            UPDATE task
            SET state = 'RUNNING', epoch = epoch + 1, attempt = attempt + 1, worker = :worker, not_before = NULL,
                started_at = clock_timestamp(), lease_until = clock_timestamp() + :leaseMillis * interval '1 millisecond'
            WHERE task_id = :taskId
              AND (state = 'READY' OR (state = 'RUNNING' AND lease_until < clock_timestamp() AND attempt < :maxAttempts))
            RETURNING task_id, run_id, kind, number, state, epoch, attempt, worker, started_at
            """)
    Optional<TaskRow> claim(UUID taskId, String worker, long leaseMillis, int maxAttempts);

    @SqlUpdate("""
            UPDATE task
            SET lease_until = clock_timestamp() + :leaseMillis * interval '1 millisecond'
            WHERE task_id = :taskId AND epoch = :epoch AND state = 'RUNNING'
            """)
    boolean renew(UUID taskId, long epoch, long leaseMillis);

    @SqlUpdate("""
            UPDATE task
            SET state = 'DONE', finished_at = clock_timestamp(), lease_until = NULL
            WHERE task_id = :taskId AND epoch = :epoch AND state = 'RUNNING'
            """)
    boolean markDone(UUID taskId, long epoch);

    @SqlUpdate("""
            UPDATE task
            SET state = 'FAILED', finished_at = clock_timestamp(), lease_until = NULL
            WHERE task_id = :taskId AND epoch = :epoch AND state = 'RUNNING'
            """)
    boolean markFailed(UUID taskId, long epoch);

    /** Puts a failed attempt off. */
    @SqlQuery("""
            UPDATE task
            SET state = 'WAITING', lease_until = NULL,
                not_before = clock_timestamp() + :pauseMillis * interval '1 millisecond'
            WHERE task_id = :taskId AND epoch = :epoch AND state = 'RUNNING'
            RETURNING not_before
            """)
    Optional<Instant> markWaiting(UUID taskId, long epoch, long pauseMillis);

    /** Puts a task off that waits for something outside; the attempt does not count. */
    @SqlUpdate("""
            UPDATE task
            SET state = 'WAITING', lease_until = NULL, attempt = attempt - 1,
                not_before = clock_timestamp() + :pauseMillis * interval '1 millisecond'
            WHERE task_id = :taskId AND epoch = :epoch AND state = 'RUNNING'
            """)
    boolean postpone(UUID taskId, long epoch, long pauseMillis);

    /** Frees a task whose holder stops; the attempt does not count. */
    @SqlUpdate("""
            UPDATE task
            SET state = 'READY', lease_until = NULL, attempt = attempt - 1, announced_at = clock_timestamp()
            WHERE task_id = :taskId AND epoch = :epoch AND state = 'RUNNING'
            """)
    boolean giveBack(UUID taskId, long epoch);

    @SqlUpdate("""
            UPDATE task
            SET state = 'CANCELLED', finished_at = clock_timestamp(), lease_until = NULL
            WHERE run_id = :runId AND state IN ('WAITING', 'READY', 'RUNNING')
            """)
    int cancelOpen(UUID runId);

    /** Tasks whose holder stopped renewing, longest expired first. */
    @SqlQuery("""
            SELECT task_id, run_id, kind, number, state, epoch, attempt, worker, started_at
            FROM task
            WHERE state = 'RUNNING' AND lease_until < clock_timestamp()
            ORDER BY lease_until
            LIMIT :limit
            """)
    List<TaskRow> findExpired(int limit);

    /** Frees a task whose lease has expired. */
    @SqlUpdate("""
            UPDATE task
            SET state = 'READY', lease_until = NULL, announced_at = clock_timestamp()
            WHERE task_id = :taskId AND epoch = :epoch AND state = 'RUNNING' AND lease_until < clock_timestamp()
            """)
    boolean reclaim(UUID taskId, long epoch);

    /** Ends a task whose lease has expired once too often. */
    @SqlUpdate("""
            UPDATE task
            SET state = 'FAILED', finished_at = clock_timestamp(), lease_until = NULL
            WHERE task_id = :taskId AND epoch = :epoch AND state = 'RUNNING' AND lease_until < clock_timestamp()
            """)
    boolean abandon(UUID taskId, long epoch);

    /** Tasks whose wait is over, longest first. */
    @SqlQuery("""
            SELECT task_id, run_id, kind, number, state, epoch, attempt, worker, started_at
            FROM task
            WHERE state = 'WAITING' AND not_before <= clock_timestamp()
            ORDER BY not_before
            LIMIT :limit
            """)
    List<TaskRow> findDue(int limit);

    @SqlUpdate("""
            UPDATE task
            SET state = 'READY', not_before = NULL, announced_at = clock_timestamp()
            WHERE task_id = :taskId AND epoch = :epoch AND state = 'WAITING' AND not_before <= clock_timestamp()
            """)
    boolean markReady(UUID taskId, long epoch);

    /** Tasks that are free for longer than it takes to hear of them, longest first. */
    @SqlQuery("""
            SELECT task_id, run_id, kind, number, state, epoch, attempt, worker, started_at
            FROM task
            WHERE state = 'READY' AND announced_at < clock_timestamp() - :ageMillis * interval '1 millisecond'
            ORDER BY announced_at
            LIMIT :limit
            """)
    List<TaskRow> findUntaken(long ageMillis, int limit);

    /** Records that a free task is told of again. */
    @SqlUpdate("""
            UPDATE task
            SET announced_at = clock_timestamp()
            WHERE task_id = :taskId AND epoch = :epoch AND state = 'READY'
              AND announced_at < clock_timestamp() - :ageMillis * interval '1 millisecond'
            """)
    boolean announceAgain(UUID taskId, long epoch, long ageMillis);
}
