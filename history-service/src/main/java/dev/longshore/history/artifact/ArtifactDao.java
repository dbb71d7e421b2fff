package dev.longshore.history.artifact;

import dev.longshore.history.artifact.ArtifactService.ArtifactFilter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

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

    /** @param positioned whether the page begins beyond the position; without, the position means nothing */
    @SqlQuery(VISIBLE + """
            AND (CAST(:runId AS uuid) IS NULL OR a.run_id = :runId)
            AND (CAST(:jobId AS uuid) IS NULL OR a.job_id = :jobId)
            AND (CAST(:type AS text) IS NULL OR r.type = :type)
            AND (CAST(:allowedSources AS text[]) IS NULL OR r.source = ANY(:allowedSources))
            AND (NOT :positioned OR (CAST(:publishedAt AS timestamptz), CAST(:artifactId AS uuid))
                    > (a.published_at, a.artifact_id))
            ORDER BY a.published_at DESC, a.artifact_id DESC
            LIMIT :limit
            """)
    @RegisterConstructorMapper(ArtifactRow.class)
    List<ArtifactRow> findPage(
            @BindMethods ArtifactFilter filter,
            Instant now,
            boolean positioned,
            @Nullable Instant publishedAt,
            @Nullable UUID artifactId,
            int limit);

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

    /** Deleted artifacts whose files are still there, the oldest deletion first. */
    @SqlQuery("""
            SELECT artifact_id, folder, name
            FROM deleted_artifact
            WHERE removed_at IS NULL
            ORDER BY deleted_at
            LIMIT :limit
            """)
    @RegisterConstructorMapper(RemovalRow.class)
    List<RemovalRow> findToRemove(int limit);

    @SqlUpdate("""
            UPDATE deleted_artifact SET removed_at = :at WHERE artifact_id = :artifactId AND removed_at IS NULL
            """)
    boolean markRemoved(UUID artifactId, Instant at);
}
