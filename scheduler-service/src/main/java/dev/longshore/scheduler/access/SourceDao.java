package dev.longshore.scheduler.access;

import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Which sources things belong to; empty when there is no such thing. */
interface SourceDao {
    @SqlQuery("SELECT source FROM job WHERE job_id = :jobId")
    List<String> findOfJob(UUID jobId);

    /** An older version may be of another source than the job is now. */
    @SqlQuery("SELECT DISTINCT settings ->> 'source' FROM job_version WHERE job_id = :jobId LIMIT 100")
    List<String> findOfVersions(UUID jobId);

    @SqlQuery("""
            SELECT job_version.settings ->> 'source'
            FROM run
            JOIN job_version ON job_version.job_id = run.job_id AND job_version.version = run.job_version
            WHERE run.run_id = :runId
            """)
    List<String> findOfRun(UUID runId);
}
