package dev.longshore.scheduler.job;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

@RegisterConstructorMapper(JobRow.class)
interface JobDao {
    @SqlUpdate("""
            INSERT INTO job (job_id, version, title, description, source, type, overlap, one_time, submitted, state, next_fire_time,
                             created_by, created_at, updated_at)
            VALUES (:jobId, :version, :title, :description, :source, :type, :overlap, :oneTime, :submitted, :state, :nextFireTime,
                    :user, :now, :now)
            """)
    void insert(@BindMethods SavedJob job, String user, Instant now);

    /** @return false when the job is gone */
    @SqlUpdate("""
            UPDATE job
            SET version = :version, title = :title, description = :description, source = :source, type = :type, overlap = :overlap,
                one_time = :oneTime, submitted = :submitted, state = :state, next_fire_time = :nextFireTime,
                suspended_reason = CASE WHEN :state = 'SUSPENDED' THEN suspended_reason END, updated_at = :now
            WHERE job_id = :jobId AND version = :version - 1
            """)
    boolean update(@BindMethods SavedJob job, Instant now);

    @SqlQuery("""
            SELECT job.job_id, job.version, job.source, job.type, job_version.settings::text AS settings, job.state,
                   job.suspended_reason, job.one_time, job.submitted, job.next_fire_time, job.last_run_id,
                   job.last_run_state, job.last_run_at, job.created_by, job.created_at, job.updated_at
            FROM job
            JOIN job_version ON job_version.job_id = job.job_id AND job_version.version = job.version
            WHERE job.job_id = :jobId AND job.deleted_at IS NULL
            """)
    Optional<JobRow> find(UUID jobId);

    /** To be followed by {@link #find}: a row that was locked after a wait shows other tables as they were before. */
    @SqlQuery("SELECT true FROM job WHERE job_id = :jobId AND deleted_at IS NULL FOR UPDATE")
    Optional<Boolean> lock(UUID jobId);

    @SqlUpdate("""
            UPDATE job SET state = :state, suspended_reason = :reason, updated_at = :now WHERE job_id = :jobId
            """)
    boolean markSuspended(UUID jobId, JobState state, @Nullable String reason, Instant now);

    @SqlUpdate("""
            UPDATE job
            SET state = :state, suspended_reason = NULL, failures_in_row = 0, updated_at = :now,
                catch_up_policy = :policy, catch_up_until = :now
            WHERE job_id = :jobId
            """)
    boolean markResumed(UUID jobId, JobState state, String policy, Instant now);

    @SqlUpdate("""
            UPDATE job SET deleted_at = :now, updated_at = :now, next_fire_time = NULL WHERE job_id = :jobId
            """)
    boolean markDeleted(UUID jobId, Instant now);

    /** Counts a failed run; answers how many failed in a row, this one included. */
    @SqlQuery("""
            UPDATE job SET failures_in_row = failures_in_row + 1 WHERE job_id = :jobId RETURNING failures_in_row
            """)
    int countFailure(UUID jobId);

    /** @return false when there was nothing to forget */
    @SqlUpdate("UPDATE job SET failures_in_row = 0 WHERE job_id = :jobId AND failures_in_row > 0")
    boolean forgetFailures(UUID jobId);

    /** What a saved version makes of the job's row. */
    record SavedJob(
            UUID jobId,
            int version,
            String title,
            String description,
            String source,
            String type,
            String overlap,
            boolean oneTime,
            boolean submitted,
            JobState state,
            @Nullable Instant nextFireTime) {}
}
