package dev.longshore.scheduler.firing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

@RegisterConstructorMapper(DueJobRow.class)
interface FiringDao {
    /** Whether a job is due, a run waits or a backfill is open; they may have to go on waiting. */
    @SqlQuery("""
            SELECT EXISTS (SELECT 1 FROM job WHERE state = 'ACTIVE' AND deleted_at IS NULL AND next_fire_time <= :now)
                OR EXISTS (SELECT 1 FROM run WHERE started_at IS NULL AND ended_at IS NULL)
                OR EXISTS (SELECT 1 FROM backfill WHERE state = 'OPEN')
            """)
    boolean mayHaveWork(Instant now);

    /**
     * From now on the server ends the transaction when this instance stands still in it for too long, frozen or cut off
     * from the network: the jobs that it holds are then others' to fire.
     */
    @SqlUpdate("SET LOCAL idle_in_transaction_session_timeout = '5s'")
    void limitStandstill();

    /** Locks due jobs that no other instance has locked; jobs that have to wait for a run of theirs are left out. */
    @SqlQuery("""
            SELECT job.job_id, job.version, job_version.settings::text AS settings, job.one_time, job.next_fire_time,
                   job.catch_up_policy, job.catch_up_until
            FROM job
            JOIN job_version ON job_version.job_id = job.job_id AND job_version.version = job.version
            WHERE job.state = 'ACTIVE' AND job.deleted_at IS NULL AND job.next_fire_time <= :now
              AND (NOT EXISTS (SELECT 1 FROM run WHERE run.job_id = job.job_id AND run.ended_at IS NULL)
                   OR job.overlap = 'SKIP'
                      AND EXISTS (SELECT 1 FROM run
                                  WHERE run.job_id = job.job_id AND run.ended_at IS NULL
                                    AND run.started_at < job.next_fire_time AND run.trigger <> 'BACKFILL'))
            ORDER BY job.next_fire_time
            LIMIT :limit
            FOR UPDATE OF job SKIP LOCKED
            """)
    List<DueJobRow> claimDue(Instant now, int limit);

    /** Moves jobs on to their next fire times, in one message to the server. */
    @SqlBatch(transactional = false, value = """
            UPDATE job
            SET next_fire_time = :nextFireTime,
                catch_up_policy = CASE WHEN catch_up_until >= :nextFireTime THEN catch_up_policy END,
                catch_up_until = CASE WHEN catch_up_until >= :nextFireTime THEN catch_up_until END
            WHERE job_id = :jobId
            """)
    int[] markFired(@BindMethods List<FiredRow> fired);

    record FiredRow(UUID jobId, @Nullable Instant nextFireTime) {}

    /** P59. */
    @SqlUpdate("""
            UPDATE job
            SET next_fire_time = NULL, catch_up_policy = NULL, catch_up_until = NULL, state = 'SUSPENDED',
                submitted = true
            WHERE job_id = :jobId
            """)
    boolean markSubmitted(UUID jobId);

    @SqlUpdate("UPDATE job SET state = 'SUSPENDED', suspended_reason = :reason WHERE job_id = :jobId")
    boolean suspend(UUID jobId, String reason);
}
