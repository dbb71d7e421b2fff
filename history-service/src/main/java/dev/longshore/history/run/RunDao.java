package dev.longshore.history.run;

import dev.longshore.history.run.RunFilter.FilterBinding;
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
                   r.window_from, r.window_to, r.requested_at, r.requested_by, r.skipped_because, r.started_at, r.waiting_at,
                   r.waiting_for, r.planning_at, r.planned_at, r.chunks, r.keys, r.closed_through,
                   r.window_warning, r.exporting_at, r.laid_out_at,
                   r.laid_out_files, r.laid_out_rows, r.laid_out_bytes, r.publishing_at, r.ended_at, r.files, r.file_name,
                   r.rows, r.bytes, r.plain_bytes, r.manifest_sha256, r.expires_at, r.cancelled_by, r.cancelled_because,
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

    /** What a list admits of {@code run r}. */
    String FILTERS = """
            AND (CAST(:jobId AS uuid) IS NULL OR r.job_id = :jobId)
            AND (CAST(:statuses AS text[]) IS NULL OR r.status = ANY(:statuses))
            AND (CAST(:sources AS text[]) IS NULL OR COALESCE(r.source, '') = ANY(:sources))
            AND (CAST(:types AS text[]) IS NULL OR COALESCE(r.type, '') = ANY(:types))
            AND (CAST(:triggers AS text[]) IS NULL OR r.trigger = ANY(:triggers))
            AND (CAST(:titles AS text[]) IS NULL OR COALESCE(r.job_title, '') = ANY(:titles))
            AND (CAST(:titlePattern AS text) IS NULL OR r.job_title ILIKE :titlePattern)
            AND (CAST(:filePattern AS text) IS NULL OR r.file_name ILIKE :filePattern)
            AND (NOT :byRequest
                OR r.first_fact_at >= CAST(:requestedFrom AS timestamptz)
                   AND CAST(:requestedTo AS timestamptz) > r.first_fact_at)
            AND (NOT :byStart
                OR COALESCE(r.started_at, 'infinity') >= CAST(:startedFrom AS timestamptz)
                   AND CAST(:startedTo AS timestamptz) > COALESCE(r.started_at, 'infinity'))
            AND (NOT :byEnd
                OR COALESCE(r.ended_at, 'infinity') >= CAST(:endedFrom AS timestamptz)
                   AND CAST(:endedTo AS timestamptz) > COALESCE(r.ended_at, 'infinity'))
            AND (NOT :byDuration
                OR COALESCE(r.ended_at - r.started_at, '0') >= CAST(:leastDuration AS interval)
                   AND CAST(:mostDuration AS interval) >= COALESCE(r.ended_at - r.started_at, '0')
                   AND r.ended_at IS NOT NULL AND r.started_at IS NOT NULL)
            AND (NOT :byRows
                OR COALESCE(r.rows, -1) >= CAST(:leastRows AS bigint)
                   AND CAST(:mostRows AS bigint) >= COALESCE(r.rows, -1) AND r.rows IS NOT NULL)
            AND (NOT :byBytes
                OR COALESCE(r.bytes, -1) >= CAST(:leastBytes AS bigint)
                   AND CAST(:mostBytes AS bigint) >= COALESCE(r.bytes, -1) AND r.rows IS NOT NULL)
            """;

    /**
     * What a file must be called beyond the part of its name that the index of trigrams is asked for. Apart from the other
     * filters, because the server expects a third of all runs to match it, whatever it is.
     */
    String WHOLE_FILE = """
            AND (CAST(:fileText AS text) IS NULL OR strpos(lower(r.file_name), :fileText) > 0)
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

    /** The latest runs of each of some jobs, in no order. */
    @SqlQuery("""
            SELECT latest.run_id
            FROM unnest(:jobIds) AS job (job_id)
            CROSS JOIN LATERAL (
                SELECT r.run_id
                FROM run r
                WHERE r.job_id = job.job_id AND NOT r.hidden
                ORDER BY r.first_fact_at DESC, r.run_id DESC
                LIMIT :perJob) AS latest
            """)
    List<UUID> findLatest(UUID[] jobIds, int perJob);

    /**
     * For the rest of the transaction: plans are made for the filters at hand, and pages are read from an index in its
     * order. Left to itself the planner takes the rows beyond a position for few where a column has few values, and
     * reads and sorts the whole table.
     *
     * @param bitmaps on where a filter has an index that can be read no other way, else off
     */
    @SqlQuery("""
            SELECT set_config('plan_cache_mode', 'force_custom_plan', true)
                || set_config('enable_seqscan', 'off', true)
                || set_config('enable_bitmapscan', :bitmaps, true)
            """)
    String preferOrderedIndexes(String bitmaps);

    /** Titles of runs that match a pattern of LIKE, in any case. */
    @SqlQuery("""
            SELECT title FROM run_title WHERE title ILIKE :pattern ORDER BY title LIMIT :limit
            """)
    List<String> findTitles(String pattern, int limit);

    /** @param positioned whether the page begins beyond the position; without, the last three values mean nothing */
    @SqlQuery(COLUMNS + FILTERS + WHOLE_FILE + """
            AND (NOT :positioned OR (<expression>, r.first_fact_at, r.run_id) <beyond>
                    (CAST(:position AS <sqlType>), CAST(:firstFactAt AS timestamptz), CAST(:runId AS uuid)))
            ORDER BY <expression> <direction>, r.first_fact_at <direction>, r.run_id <direction>
            LIMIT :limit
            """)
    @RegisterConstructorMapper(RunRow.class)
    List<RunRow> findPage(
            @BindMethods FilterBinding filter,
            boolean positioned,
            @Nullable String position,
            @Nullable Instant firstFactAt,
            @Nullable UUID runId,
            int limit,
            @Define String expression,
            @Define String sqlType,
            @Define String beyond,
            @Define String direction);

    /** The same page by another way: finds all that the filter admits by its own index, and sorts that. */
    @SqlQuery("""
            WITH matching AS MATERIALIZED (
                SELECT r.run_id, <expression> AS position, r.first_fact_at
                FROM run r
                WHERE NOT r.hidden
            """ + FILTERS + WHOLE_FILE + """
            ), page AS (
                SELECT m.run_id
                FROM matching m
                WHERE (NOT :positioned OR (m.position, m.first_fact_at, m.run_id) <beyond>
                    (CAST(:position AS <sqlType>), CAST(:firstFactAt AS timestamptz), CAST(:runId AS uuid)))
                ORDER BY m.position <direction>, m.first_fact_at <direction>, m.run_id <direction>
                LIMIT :limit)
            """ + COLUMNS + """
            AND r.run_id IN (SELECT run_id FROM page)
            ORDER BY <expression> <direction>, r.first_fact_at <direction>, r.run_id <direction>
            """)
    @RegisterConstructorMapper(RunRow.class)
    List<RunRow> findSortedPage(
            @BindMethods FilterBinding filter,
            boolean positioned,
            @Nullable String position,
            @Nullable Instant firstFactAt,
            @Nullable UUID runId,
            int limit,
            @Define String expression,
            @Define String sqlType,
            @Define String beyond,
            @Define String direction);

    /** How many runs the server expects the filter to admit, by its statistics: the first line says {@code rows=}. */
    @SqlQuery("""
            EXPLAIN SELECT 1 FROM run r WHERE NOT r.hidden
            """ + FILTERS)
    List<String> explainFilter(@BindMethods FilterBinding filter);

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
