package dev.longshore.scheduler.backfill;

import dev.longshore.scheduler.run.RunState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

@RegisterConstructorMapper(BackfillDao.BackfillRow.class)
@RegisterConstructorMapper(BackfillDao.JobRow.class)
@RegisterConstructorMapper(BackfillDao.WindowRow.class)
@RegisterConstructorMapper(BackfillDao.RunCountRow.class)
interface BackfillDao {
    /** To be followed by {@link #findJob}: a row that was locked after a wait shows other tables as they were before. */
    @SqlQuery("SELECT true FROM job WHERE job_id = :jobId AND deleted_at IS NULL FOR UPDATE")
    Optional<Boolean> lockJob(UUID jobId);

    @SqlQuery("""
            SELECT job.version, job_version.settings::text AS settings
            FROM job
            JOIN job_version ON job_version.job_id = job.job_id AND job_version.version = job.version
            WHERE job.job_id = :jobId AND job.deleted_at IS NULL
            """)
    Optional<JobRow> findJob(UUID jobId);

    @SqlUpdate("""
            INSERT INTO backfill (backfill_id, job_id, job_version, range_from, range_to, window_count, windows_issued,
                                  state, requested_by, requested_at)
            VALUES (:backfillId, :jobId, :jobVersion, :rangeFrom, :rangeTo, :windowCount, :windowsIssued, :state,
                    :requestedBy, :requestedAt)
            """)
    void insert(@BindMethods BackfillRow backfill);

    @SqlBatch("""
            INSERT INTO backfill_window (backfill_id, number, window_from, window_to)
            VALUES (:backfillId, :number, :windowFrom, :windowTo)
            """)
    void insertWindows(UUID backfillId, @BindMethods List<WindowRow> windows);

    @SqlQuery("""
            SELECT backfill_id, job_id, job_version, range_from, range_to, window_count, windows_issued, state,
                   stopped_reason, requested_by, requested_at
            FROM backfill WHERE backfill_id = :backfillId AND job_id = :jobId
            """)
    Optional<BackfillRow> find(UUID jobId, UUID backfillId);

    /** Those that were asked for last come first. */
    @SqlQuery("""
            SELECT backfill_id, job_id, job_version, range_from, range_to, window_count, windows_issued, state,
                   stopped_reason, requested_by, requested_at
            FROM backfill
            WHERE job_id = :jobId
              AND (:before::uuid IS NULL OR position < (SELECT position FROM backfill WHERE backfill_id = :before::uuid))
            ORDER BY position DESC LIMIT :limit
            """)
    List<BackfillRow> findOf(UUID jobId, @Nullable UUID before, int limit);

    @SqlQuery("""
            SELECT backfill_window.number, backfill_window.window_from, backfill_window.window_to, run.run_id,
                   run.state AS run_state
            FROM backfill_window LEFT JOIN run ON run.run_id = backfill_window.run_id
            WHERE backfill_window.backfill_id = :backfillId
            ORDER BY backfill_window.number
            """)
    List<WindowRow> findWindows(UUID backfillId);

    @SqlQuery("""
            SELECT number, window_from, window_to, NULL::uuid AS run_id, NULL AS run_state
            FROM backfill_window WHERE backfill_id = :backfillId AND number = :number AND run_id IS NULL
            """)
    Optional<WindowRow> findWaitingWindow(UUID backfillId, int number);

    /** How many runs of backfills are in which state. */
    @SqlQuery("""
            SELECT backfill_window.backfill_id, run.state, count(*)::integer AS runs
            FROM backfill_window JOIN run ON run.run_id = backfill_window.run_id
            WHERE backfill_window.backfill_id = ANY(:backfillIds)
            GROUP BY backfill_window.backfill_id, run.state
            """)
    List<RunCountRow> countRuns(UUID[] backfillIds);

    @SqlQuery("SELECT backfill_id FROM backfill WHERE job_id = :jobId AND state = 'OPEN' ORDER BY position LIMIT 1")
    Optional<UUID> findOpen(UUID jobId);

    @SqlQuery("""
            SELECT run.run_id
            FROM backfill_window JOIN run ON run.run_id = backfill_window.run_id
            WHERE backfill_window.backfill_id = :backfillId AND run.ended_at IS NULL
            """)
    Optional<UUID> findUnendedRun(UUID backfillId);

    /**
     * The backfill that was asked for first of those whose turn it is: no run of its job has begun or waits, and its
     * job is not due.
     *
     * @param jobId only of this job; null for all
     */
    @SqlQuery("""
            SELECT backfill.backfill_id, backfill.job_id, backfill.job_version, backfill.range_from, backfill.range_to,
                   backfill.window_count, backfill.windows_issued, backfill.state, backfill.stopped_reason,
                   backfill.requested_by, backfill.requested_at
            FROM backfill
            JOIN job ON job.job_id = backfill.job_id
            WHERE backfill.state = 'OPEN'
              AND (:jobId::uuid IS NULL OR backfill.job_id = :jobId::uuid)
              AND (job.state = 'SUSPENDED' OR job.next_fire_time IS NULL OR job.next_fire_time > :now)
              AND NOT EXISTS (SELECT 1 FROM run WHERE run.job_id = backfill.job_id AND run.ended_at IS NULL)
            ORDER BY backfill.position LIMIT 1
            """)
    Optional<BackfillRow> findNext(@Nullable UUID jobId, Instant now);

    /** @return false when the window became a run before */
    @SqlUpdate("""
            UPDATE backfill_window SET run_id = :runId
            WHERE backfill_id = :backfillId AND number = :number AND run_id IS NULL
            """)
    boolean markWindowIssued(UUID backfillId, int number, UUID runId);

    /** @return false when the backfill is not open or not as far as the window before */
    @SqlUpdate("""
            UPDATE backfill
            SET windows_issued = :number,
                state = CASE WHEN :number = window_count THEN 'ISSUED' ELSE 'OPEN' END,
                ended_at = CASE WHEN :number = window_count THEN :now::timestamptz END
            WHERE backfill_id = :backfillId AND state = 'OPEN' AND windows_issued = :number - 1
            """)
    boolean markIssued(UUID backfillId, int number, Instant now);

    /** @return false when it is not open */
    @SqlUpdate("""
            UPDATE backfill SET state = 'CANCELLED', stopped_reason = :reason, ended_at = :now
            WHERE backfill_id = :backfillId AND state = 'OPEN'
            """)
    boolean cancel(UUID backfillId, String reason, Instant now);

    /** @return how many were open */
    @SqlUpdate("""
            UPDATE backfill SET state = 'CANCELLED', stopped_reason = :reason, ended_at = :now
            WHERE job_id = :jobId AND state = 'OPEN'
            """)
    int cancelAllOf(UUID jobId, String reason, Instant now);

    /**
     * A backfill as it is stored.
     *
     * @param jobVersion the version that the job had when the backfill was asked for; all its runs use it
     * @param windowsIssued how many of its windows have become runs; they do so in order
     * @param stoppedReason why it was cancelled; null while it was not
     */
    record BackfillRow(
            UUID backfillId,
            UUID jobId,
            int jobVersion,
            Instant rangeFrom,
            Instant rangeTo,
            int windowCount,
            int windowsIssued,
            BackfillState state,
            @Nullable String stoppedReason,
            String requestedBy,
            Instant requestedAt) {}

    /** A job's current version. */
    record JobRow(int version, String settings) {}

    /**
     * A window of a backfill.
     *
     * @param number from 1
     * @param runId null while the window waits
     * @param runState null while the window waits
     */
    record WindowRow(
            int number,
            Instant windowFrom,
            Instant windowTo,
            @Nullable UUID runId,
            @Nullable RunState runState) {}

    /** How many runs of a backfill are in a state. */
    record RunCountRow(UUID backfillId, RunState state, int runs) {}
}
