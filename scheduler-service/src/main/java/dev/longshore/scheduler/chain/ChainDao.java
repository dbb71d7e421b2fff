package dev.longshore.scheduler.chain;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

interface ChainDao {
    /** Where the chain of a job ends so far. */
    @SqlQuery("SELECT max(window_to) FROM chain_link WHERE job_id = :jobId")
    Optional<Instant> findEnd(UUID jobId);

    /** Where the chain of a job begins: the end of its first link. */
    @SqlQuery("SELECT window_to FROM chain_link WHERE job_id = :jobId AND window_from IS NULL")
    Optional<Instant> findStart(UUID jobId);

    /** @param from null for the first link of a job */
    @SqlUpdate("""
            INSERT INTO chain_link (job_id, window_from, window_to, run_id, created_at)
            VALUES (:jobId, :from, :to, :runId, :now)
            """)
    boolean insert(UUID jobId, @Nullable Instant from, Instant to, @Nullable UUID runId, Instant now);

    /** @return false when the chain has windows already */
    @SqlUpdate("""
            UPDATE chain_link SET window_to = :start
            WHERE job_id = :jobId AND window_from IS NULL
              AND NOT EXISTS (SELECT 1 FROM chain_link link WHERE link.job_id = :jobId AND link.window_from IS NOT NULL)
            """)
    boolean markStart(UUID jobId, Instant start);

    /** Where the window of the schedule's last run ended; a run of all data reaches to its fire time. */
    @SqlQuery("""
            SELECT coalesce(window_to, fire_time)
            FROM run
            WHERE job_id = :jobId AND trigger = 'SCHEDULE' AND state <> 'SKIPPED'
            ORDER BY fire_time DESC LIMIT 1
            """)
    Optional<Instant> findLastScheduledEnd(UUID jobId);

    /**
     * How far the windows of the runs that the schedule issued since the chain was last added to reach on from its end
     * without a gap; empty when none does.
     */
    @SqlQuery("""
            WITH beyond AS (
                SELECT coalesce(window_from, '-infinity') AS starts, coalesce(window_to, fire_time) AS ends
                FROM run
                WHERE job_id = :jobId AND trigger = 'SCHEDULE' AND state <> 'SKIPPED'
                  AND coalesce(window_to, fire_time) > :from
                  AND requested_at >= (SELECT max(created_at) FROM chain_link WHERE job_id = :jobId)
            ), reach AS (
                SELECT starts, ends,
                       coalesce(max(ends) OVER (ORDER BY starts, ends
                                                ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), :from) AS reached
                FROM beyond
            )
            SELECT max(ends) FROM reach
            WHERE starts < coalesce((SELECT min(starts) FROM reach WHERE starts > reached), 'infinity')
            """)
    Optional<Instant> findCoveredThrough(UUID jobId, Instant from);
}
