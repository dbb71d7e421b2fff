package dev.longshore.scheduler.settings;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The versions of jobs; never changed once written, and kept when the job is deleted. */
@RegisterConstructorMapper(JobVersionDao.JobVersionRow.class)
public interface JobVersionDao {
    @SqlUpdate("""
            INSERT INTO job_version (job_id, version, settings, created_by, created_at)
            VALUES (:jobId, :version, :settings::jsonb, :createdBy, :createdAt)
            """)
    void insert(UUID jobId, int version, String settings, String createdBy, Instant createdAt);

    /** Newest first. */
    @SqlQuery("""
            SELECT version, settings::text AS settings, created_by, created_at FROM job_version
            WHERE job_id = :jobId AND version < :before ORDER BY version DESC LIMIT :limit
            """)
    List<JobVersionRow> findOf(UUID jobId, int before, int limit);

    @SqlQuery("SELECT settings::text FROM job_version WHERE job_id = :jobId AND version = :version")
    Optional<String> findSettings(UUID jobId, int version);

    /**
     * A version of a job.
     *
     * @param createdBy who saved it
     */
    record JobVersionRow(int version, String settings, String createdBy, Instant createdAt) {}
}
