package dev.longshore.history.ingest;

import dev.longshore.history.ingest.RunFactDao.MomentRow;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jspecify.annotations.Nullable;

/** Writes facts of files; repeatable and in any order, like {@link RunFactDao}. */
interface ArtifactFactDao {
    /** Published at once when the run's completion is known already; deleted when a user deleted it before. */
    @SqlBatch("""
            INSERT INTO artifact (artifact_id, run_id, job_id, kind, number, name, media_type, rows, bytes, sha256,
                                  created_at, published_at, deleted_at)
            VALUES (:artifactId, :runId, :jobId, :kind, :number, :name, :mediaType, :rows, :bytes, :sha256, :createdAt,
                    (SELECT r.completed_at FROM run r WHERE r.run_id = :runId),
                    (SELECT d.deleted_at FROM deleted_artifact d WHERE d.artifact_id = :artifactId))
            ON CONFLICT DO NOTHING
            """)
    void insertUnlessKnown(@BindMethods Collection<ArtifactFactRow> artifacts);

    @SqlBatch("""
            UPDATE artifact SET published_at = :at
            WHERE run_id = :runId AND (published_at IS NULL OR published_at > :at)
            """)
    void markPublished(@BindMethods Collection<MomentRow> runs);

    /**
     * A file or manifest as its event described it.
     *
     * @param kind FILE or MANIFEST
     * @param number number of the file in the run, from 1; 0 for the manifest
     */
    record ArtifactFactRow(
            UUID artifactId,
            UUID runId,
            UUID jobId,
            String kind,
            int number,
            String name,
            String mediaType,
            @Nullable Long rows,
            long bytes,
            String sha256,
            Instant createdAt) {}
}
