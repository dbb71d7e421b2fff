package dev.longshore.scheduler.settings;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The versions of jobs; never changed once written, and kept when the job is deleted. */
public interface JobVersionDao {
    @SqlUpdate("""
            INSERT INTO job_version (job_id, version, settings, created_by, created_at)
            VALUES (:jobId, :version, :settings::jsonb, :createdBy, :createdAt)
            """)
    void insert(UUID jobId, int version, String settings, String createdBy, Instant createdAt);

    @SqlQuery("SELECT settings::text FROM job_version WHERE job_id = :jobId AND version = :version")
    Optional<String> findSettings(UUID jobId, int version);
}
