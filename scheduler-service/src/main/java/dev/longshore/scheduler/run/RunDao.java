package dev.longshore.scheduler.run;

import dev.longshore.scheduler.window.Window;
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

@RegisterConstructorMapper(RunDao.RunRow.class)
interface RunDao {
    /** Reads runs. */
    String RUNS = """
            SELECT run_id, job_id, job_version, trigger, fire_time, window_from, window_to, state, state_at,
                   requested_by, requested_at, started_at, ended_at, cancel_requested_at, retry_of
            FROM run
            """;

    /** Serialises everything that issues runs of a job; answers whether the job is deleted. */
    @SqlQuery("SELECT deleted_at IS NOT NULL FROM job WHERE job_id = :jobId FOR UPDATE")
    Optional<Boolean> lockJob(UUID jobId);

    /** @return false when the job already has a run for that fire time */
    @SqlUpdate("""
            INSERT INTO run (run_id, job_id, job_version, trigger, fire_time, window_from, window_to, state, state_at,
                             requested_by, requested_at, ended_at, retry_of)
            VALUES (:runId, :jobId, :jobVersion, :trigger, :fireTime, :windowFrom, :windowTo, :state, :stateAt,
                    :requestedBy, :requestedAt, :endedAt, :retryOf)
            ON CONFLICT DO NOTHING
            """)
    boolean insert(@BindMethods RunRow run);

    /**
     * Inserts runs that start as they are asked for, in one message to the server.
     *
     * @return for each of them 1, or 0 when it was there already
     */
    @SqlBatch(transactional = false, value = """
            INSERT INTO run (run_id, job_id, job_version, trigger, fire_time, window_from, window_to, state, state_at,
                             requested_by, requested_at, started_at, retry_of)
            VALUES (:runId, :jobId, :jobVersion, :trigger, :fireTime, :windowFrom, :windowTo, :state, :stateAt,
                    :requestedBy, :requestedAt, :requestedAt, :retryOf)
            ON CONFLICT (run_id) DO NOTHING
            """)
    int[] insertStarted(@BindMethods List<RunRow> runs);

    @SqlUpdate("""
            UPDATE job SET last_run_id = :runId, last_run_state = :state, last_run_at = :at WHERE job_id = :jobId
            """)
    boolean markLastRun(UUID jobId, UUID runId, RunState state, Instant at);

    /** @return false when the job has a later run */
    @SqlUpdate("""
            UPDATE job SET last_run_state = :state, last_run_at = :at WHERE job_id = :jobId AND last_run_id = :runId
            """)
    boolean markLastRunReached(UUID jobId, UUID runId, RunState state, Instant at);

    /** As {@link #markLastRun}, for runs of different jobs, in one message to the server. */
    @SqlBatch(transactional = false, value = """
            UPDATE job SET last_run_id = :runId, last_run_state = :state, last_run_at = :stateAt WHERE job_id = :jobId
            """)
    int[] markLastRuns(@BindMethods List<RunRow> runs);

    @SqlQuery(RUNS + "WHERE run_id = :runId")
    Optional<RunRow> find(UUID runId);

    @SqlQuery(RUNS + "WHERE run_id = :runId FOR UPDATE")
    Optional<RunRow> lock(UUID runId);

    @SqlQuery(RUNS + """
            WHERE job_id = :jobId AND ended_at IS NULL
            ORDER BY started_at NULLS LAST, requested_at LIMIT 1
            """)
    Optional<RunRow> findUnended(UUID jobId);

    /** The longest waiting run whose turn it is, as no run of its job is at work. */
    @SqlQuery(RUNS + """
            AS waiting
            WHERE waiting.ended_at IS NULL AND waiting.started_at IS NULL
              AND NOT EXISTS (SELECT 1 FROM run busy
                              WHERE busy.job_id = waiting.job_id AND busy.ended_at IS NULL
                                AND busy.started_at IS NOT NULL)
            ORDER BY waiting.requested_at, waiting.run_id LIMIT 1
            """)
    Optional<RunRow> findWaiting();

    /** How the runs of some jobs stand; a row for each job. */
    @RegisterConstructorMapper(StandingRow.class)
    @SqlQuery("""
            SELECT job.job_id, unended.run_id IS NOT NULL AS unended,
                   CASE WHEN unended.trigger <> 'BACKFILL' THEN unended.started_at END AS at_work_since,
                   CASE WHEN unended.run_id IS NULL THEN
                       (SELECT max(ended_at) FROM run WHERE run.job_id = job.job_id AND run.state <> 'SKIPPED')
                   END AS last_end
            FROM unnest(:jobIds) AS job (job_id)
            LEFT JOIN LATERAL (SELECT run.run_id, run.trigger, run.started_at FROM run
                               WHERE run.job_id = job.job_id AND run.ended_at IS NULL
                               ORDER BY run.started_at NULLS LAST, run.requested_at LIMIT 1) unended ON true
            """)
    List<StandingRow> findStandings(UUID[] jobIds);

    /**
     * @param unended whether a run of the job is at work or waits
     * @param atWorkSince when the one at work was started; null for one of a backfill
     * @param lastEnd when a run of the job ended last; null while one is unended
     */
    record StandingRow(
            UUID jobId,
            boolean unended,
            @Nullable Instant atWorkSince,
            @Nullable Instant lastEnd) {}

    @SqlUpdate("UPDATE run SET started_at = :now WHERE run_id = :runId AND started_at IS NULL AND ended_at IS NULL")
    boolean markStarted(UUID runId, Instant now);

    @SqlUpdate("UPDATE run SET cancel_requested_at = :now WHERE run_id = :runId AND cancel_requested_at IS NULL")
    boolean markCancelRequested(UUID runId, Instant now);

    @SqlUpdate("UPDATE run SET state = :state, state_at = :at WHERE run_id = :runId AND ended_at IS NULL")
    boolean markReached(UUID runId, RunState state, Instant at);

    @SqlUpdate("""
            UPDATE run SET state = :state, state_at = :at, ended_at = :now, failure_kind = :failureKind
            WHERE run_id = :runId
            """)
    boolean markEnded(UUID runId, RunState state, Instant at, @Nullable String failureKind, Instant now);

    /**
     * A row of {@code run}.
     *
     * @param windowFrom null when the window is open; then windowTo is null too
     * @param startedAt when StartRun was handed to the outbox; null while the run waits for another one of its job
     */
    record RunRow(
            UUID runId,
            UUID jobId,
            int jobVersion,
            Trigger trigger,
            Instant fireTime,
            @Nullable Instant windowFrom,
            @Nullable Instant windowTo,
            RunState state,
            Instant stateAt,
            String requestedBy,
            Instant requestedAt,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable Instant cancelRequestedAt,
            @Nullable UUID retryOf) {
        /**
         * A run that was just asked for.
         *
         * @param endedAt null unless it ends at once
         */
        static RunRow of(RunRequest request, RunState state, Instant now, @Nullable Instant endedAt) {
            return new RunRow(
                    request.id().value(),
                    request.job().value(),
                    request.version(),
                    request.trigger(),
                    request.fireTime(),
                    request.window().start().orElse(null),
                    request.window().end().orElse(null),
                    state,
                    now,
                    request.requestedBy(),
                    now,
                    null,
                    endedAt,
                    null,
                    request.retryOf().map(RunId::value).orElse(null));
        }

        Window window() {
            return windowFrom == null || windowTo == null
                    ? new Window.Everything()
                    : new Window.Interval(windowFrom, windowTo);
        }
    }
}
