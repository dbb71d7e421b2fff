package dev.longshore.history.artifact;

import dev.longshore.history.artifact.ArtifactService.ArtifactFilter;
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

/** Artifacts. The list's order is filled in from {@link ArtifactSort}, which holds nothing that a caller wrote. */
interface ArtifactDao {
    String VISIBLE = """
            SELECT a.artifact_id, a.run_id, a.job_id, r.job_title, r.source, r.type, a.kind, a.number, r.files,
                   r.folder, a.name, a.media_type, a.rows, a.bytes, a.sha256, a.published_at, r.expires_at
            FROM artifact a
            JOIN run r ON r.run_id = a.run_id
            WHERE a.published_at IS NOT NULL AND a.deleted_at IS NULL AND r.folder IS NOT NULL
              AND (r.expires_at IS NULL OR r.expires_at > :now)
            """;

    @SqlQuery(VISIBLE + """
            AND a.artifact_id = :artifactId
            """)
    @RegisterConstructorMapper(ArtifactRow.class)
    Optional<ArtifactRow> findArtifact(UUID artifactId, Instant now);

    /** Those that are visible, in no order. */
    @SqlQuery(VISIBLE + """
            AND a.artifact_id = ANY (:artifactIds)
            """)
    @RegisterConstructorMapper(ArtifactRow.class)
    List<ArtifactRow> findArtifacts(UUID[] artifactIds, Instant now);

    /** The same; until the transaction ends none of them is marked as deleted. */
    @SqlQuery(VISIBLE + """
            AND a.artifact_id = ANY (:artifactIds)
            ORDER BY a.artifact_id
            FOR SHARE OF a
            """)
    @RegisterConstructorMapper(ArtifactRow.class)
    List<ArtifactRow> holdArtifacts(UUID[] artifactIds, Instant now);

    /** @param positioned whether the page begins beyond the position; without, the position means nothing */
    @SqlQuery(VISIBLE + """
            AND (CAST(:runId AS uuid) IS NULL OR a.run_id = :runId)
            AND (CAST(:jobId AS uuid) IS NULL OR a.job_id = :jobId)
            AND (CAST(:source AS text) IS NULL OR r.source = :source)
            AND (CAST(:type AS text) IS NULL OR r.type = :type)
            AND (CAST(:allowedSources AS text[]) IS NULL OR r.source = ANY(:allowedSources))
            AND (CAST(:q AS text) IS NULL OR strpos(lower(a.name), lower(:q)) > 0)
            AND (CAST(:createdFrom AS timestamptz) IS NULL OR a.published_at >= :createdFrom)
            AND (CAST(:createdTo AS timestamptz) IS NULL OR :createdTo > a.published_at)
            AND (NOT :positioned OR (<expression>, a.artifact_id) <beyond>
                    (CAST(:position AS <sqlType>), CAST(:artifactId AS uuid)))
            ORDER BY <expression> <direction>, a.artifact_id <direction>
            LIMIT :limit
            """)
    @RegisterConstructorMapper(ArtifactRow.class)
    List<ArtifactRow> findPage(
            @BindMethods ArtifactFilter filter,
            Instant now,
            boolean positioned,
            @Nullable String position,
            @Nullable UUID artifactId,
            int limit,
            @Define String expression,
            @Define String sqlType,
            @Define String beyond,
            @Define String direction);

    /** Marks a visible artifact as deleted; false when there is none. */
    @SqlUpdate("""
            UPDATE artifact SET deleted_at = :at
            WHERE artifact_id = :artifactId AND published_at IS NOT NULL AND deleted_at IS NULL
            """)
    boolean markDeleted(UUID artifactId, Instant at);

    @SqlUpdate("""
            INSERT INTO deleted_artifact (artifact_id, folder, name, deleted_at, deleted_by)
            SELECT a.artifact_id, r.folder, a.name, :at, :by
            FROM artifact a JOIN run r ON r.run_id = a.run_id
            WHERE a.artifact_id = :artifactId
            ON CONFLICT DO NOTHING
            """)
    void insertDeleted(UUID artifactId, Instant at, String by);

    /** Deleted artifacts whose files are still there and that nobody is downloading, the oldest deletion first. */
    @SqlQuery("""
            SELECT d.artifact_id, d.folder, d.name
            FROM deleted_artifact d
            WHERE d.removed_at IS NULL
              AND NOT EXISTS (SELECT 1 FROM download_lease l
                              WHERE l.artifact_id = d.artifact_id AND l.lease_until > clock_timestamp())
            ORDER BY d.deleted_at
            LIMIT :limit
            """)
    @RegisterConstructorMapper(RemovalRow.class)
    List<RemovalRow> findToRemove(int limit);

    @SqlUpdate("""
            UPDATE deleted_artifact SET removed_at = :at WHERE artifact_id = :artifactId AND removed_at IS NULL
            """)
    boolean markRemoved(UUID artifactId, Instant at);

    /**
     * Whether all files of the run of this artifact and its manifest are deleted, and nobody is downloading any of them:
     * only then is its folder of no use.
     */
    @SqlQuery("""
            SELECT count(d.artifact_id) = r.files + 1 AND count(*) = r.files + 1
                   AND count(l.artifact_id) = 0
            FROM artifact removed
            JOIN run r ON r.run_id = removed.run_id
            JOIN artifact a ON a.run_id = r.run_id
            LEFT JOIN deleted_artifact d ON d.artifact_id = a.artifact_id
            LEFT JOIN LATERAL (
                SELECT l.artifact_id FROM download_lease l
                WHERE l.artifact_id = a.artifact_id AND l.lease_until > clock_timestamp()
                LIMIT 1) AS l ON true
            WHERE removed.artifact_id = :artifactId AND r.files IS NOT NULL
            GROUP BY r.run_id, r.files
            """)
    Optional<Boolean> isWholeRunDeleted(UUID artifactId);
}
