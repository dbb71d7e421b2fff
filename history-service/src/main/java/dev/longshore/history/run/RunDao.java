package dev.longshore.history.run;

import dev.longshore.history.run.RunService.RunFilter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.customizer.Define;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/**
 * Reads runs. The list's order is filled in from {@link RunSort}, which holds nothing that a caller wrote.
 */
interface RunDao {
    String COLUMNS = """
            SELECT r.run_id, r.job_id, r.first_fact_at, r.job_title, r.source, r.type, r.trigger, r.status, r.fire_time,
                   r.window_from, r.window_to, r.requested_at, r.skipped_because, r.started_at, r.waiting_at,
                   r.waiting_for, r.planning_at, r.planned_at, r.chunks, r.keys, r.exporting_at, r.laid_out_at,
                   r.laid_out_files, r.laid_out_rows, r.laid_out_bytes, r.publishing_at, r.ended_at, r.files, r.rows,
                   r.bytes, r.plain_bytes, r.manifest_sha256, r.expires_at, r.cancelled_by, r.cancelled_because,
                   r.failure_kind, r.failure_message, r.failure_retryable, p.as_of, p.changed_in, p.keys_seen,
                   p.keys_held, p.rows_held, p.bytes_held, p.chunks_done, p.chunks_held, p.assembled_rows,
                   p.assembled_bytes, p.files_done, p.files_held, e.ends_at AS estimate_ends_at,
                   e.earliest AS estimate_earliest, e.latest AS estimate_latest, e.work_seconds, e.work_least,
                   e.work_most
            FROM run r
            JOIN run_progress p ON p.run_id = r.run_id
            LEFT JOIN run_estimate e ON e.run_id = r.run_id
            WHERE NOT r.hidden
            """;

    @SqlQuery(COLUMNS + """
            AND r.run_id = :runId
            """)
    @RegisterConstructorMapper(RunRow.class)
    Optional<RunRow> findRun(UUID runId);

    @SqlQuery(COLUMNS + """
            AND r.run_id = ANY(:runIds)
            """)
    @RegisterConstructorMapper(RunRow.class)
    List<RunRow> findRuns(UUID[] runIds);

    /**
     * For the rest of the transaction: plans are made for the filters at hand, and pages are read from an index in its
     * order. Left to itself the planner takes the rows beyond a position for few where a column has few values, and
     * reads and sorts the whole table.
     */
    @SqlQuery("""
            SELECT set_config('plan_cache_mode', 'force_custom_plan', true)
                || set_config('enable_seqscan', 'off', true)
                || set_config('enable_bitmapscan', 'off', true)
            """)
    String preferOrderedIndexes();

    /** @param positioned whether the page begins beyond the position; without, the last three values mean nothing */
    @SqlQuery(COLUMNS + """
            AND (CAST(:jobId AS uuid) IS NULL OR r.job_id = :jobId)
            AND (CAST(:statusNames AS text[]) IS NULL OR r.status = ANY(:statusNames))
            AND (CAST(:source AS text) IS NULL OR r.source = :source)
            AND (CAST(:allowedSources AS text[]) IS NULL OR r.source = ANY(:allowedSources))
            AND (CAST(:type AS text) IS NULL OR r.type = :type)
            AND (CAST(:from AS timestamptz) IS NULL OR r.first_fact_at >= :from)
            AND (CAST(:to AS timestamptz) IS NULL OR :to > r.first_fact_at)
            AND (NOT :positioned OR (<expression>, r.first_fact_at, r.run_id) <beyond>
                    (CAST(:position AS <sqlType>), CAST(:firstFactAt AS timestamptz), CAST(:runId AS uuid)))
            ORDER BY <expression> <direction>, r.first_fact_at <direction>, r.run_id <direction>
            LIMIT :limit
            """)
    @RegisterConstructorMapper(RunRow.class)
    List<RunRow> findPage(
            @BindMethods RunFilter filter,
            boolean positioned,
            @Nullable String position,
            @Nullable Instant firstFactAt,
            @Nullable UUID runId,
            int limit,
            @Define String expression,
            @Define String sqlType,
            @Define String beyond,
            @Define String direction);

    @SqlUpdate("""
            INSERT INTO deleted_run (run_id, deleted_at, deleted_by)
            VALUES (:runId, :at, :by)
            ON CONFLICT DO NOTHING
            """)
    void insertDeletedRun(UUID runId, Instant at, String by);

    @SqlUpdate("""
            UPDATE run SET hidden = true WHERE run_id = :runId AND NOT hidden AND ended_at IS NOT NULL
            """)
    boolean markHidden(UUID runId);
}
