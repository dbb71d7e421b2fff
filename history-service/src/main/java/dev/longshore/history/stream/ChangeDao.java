package dev.longshore.history.stream;

import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;

interface ChangeDao {
    /**
     * The oldest transaction that may still be under way. Whatever a later statement does not see was, or will be,
     * changed in it or in a younger one.
     */
    @SqlQuery("SELECT CAST(CAST(pg_snapshot_xmin(pg_current_snapshot()) AS text) AS bigint)")
    long findHorizon();

    /** Runs changed in a transaction or a younger one, in the order of change. */
    @SqlQuery("""
            SELECT run_id, changed_in
            FROM run_progress
            WHERE changed_in >= :since
            ORDER BY changed_in, run_id
            LIMIT :limit
            """)
    @RegisterConstructorMapper(ChangeRow.class)
    List<ChangeRow> findChangedSince(long since, int limit);

    /** Runs of a job, or of all, that have not ended; the newest first. */
    @SqlQuery("""
            SELECT run_id
            FROM run
            WHERE NOT hidden AND status IN ('REQUESTED', 'PLANNED', 'RUNNING')
              AND (CAST(:jobId AS uuid) IS NULL OR job_id = :jobId)
            ORDER BY first_fact_at DESC, run_id
            LIMIT :limit
            """)
    List<UUID> findActive(@Nullable UUID jobId, int limit);
}
