package dev.longshore.history.retention;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Looks among the artifacts that are still there, of which there are as many as the retention lets pile up. */
interface RetentionDao {
    /**
     * Marks artifacts as deleted whose time is over. What another instance is marking, or somebody begins to download,
     * is left to the next sweep.
     *
     * @return how many
     */
    @SqlUpdate("""
            WITH ended AS (
                SELECT a.artifact_id, r.folder, a.name
                FROM artifact a JOIN run r ON r.run_id = a.run_id
                WHERE a.published_at IS NOT NULL AND a.deleted_at IS NULL AND r.folder IS NOT NULL
                  AND :now >= r.expires_at
                LIMIT :limit
                FOR UPDATE OF a SKIP LOCKED
            ), marked AS (
                UPDATE artifact a SET deleted_at = :now FROM ended WHERE a.artifact_id = ended.artifact_id
            )
            INSERT INTO deleted_artifact (artifact_id, folder, name, deleted_at, deleted_by)
            SELECT artifact_id, folder, name, :now, :by FROM ended
            ON CONFLICT DO NOTHING
            """)
    int markExpired(Instant now, String by, int limit);

    /** Runs that nobody was warned of yet, those that end first in front. */
    @SqlQuery("""
            SELECT r.run_id, r.job_id, r.job_title, r.source, r.type, r.window_from, r.window_to, r.folder,
                   r.manifest_sha256, r.expires_at,
                   count(*) FILTER (WHERE a.kind = 'FILE') AS files,
                   COALESCE(sum(a.bytes) FILTER (WHERE a.kind = 'FILE'), 0) AS bytes
            FROM artifact a JOIN run r ON r.run_id = a.run_id
            WHERE a.published_at IS NOT NULL AND a.deleted_at IS NULL AND r.folder IS NOT NULL
              AND r.expires_at > :now
              AND :now >= r.expires_at - LEAST(:warning, (r.expires_at - r.completed_at) / 2)
              AND NOT EXISTS (SELECT 1 FROM expiry_warning w WHERE w.run_id = r.run_id)
            GROUP BY r.run_id
            ORDER BY r.expires_at, r.run_id
            LIMIT :limit
            """)
    @RegisterConstructorMapper(ExpiringRunRow.class)
    List<ExpiringRunRow> findToWarn(Instant now, Duration warning, int limit);

    /** False when somebody was warned before; waits for another instance that is about to. */
    @SqlUpdate("""
            INSERT INTO expiry_warning (run_id, warned_at, expires_at) VALUES (:runId, :at, :expiresAt)
            ON CONFLICT DO NOTHING
            """)
    boolean insertIfFirst(UUID runId, Instant at, Instant expiresAt);
}
