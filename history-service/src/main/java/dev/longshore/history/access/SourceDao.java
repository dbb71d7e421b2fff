package dev.longshore.history.access;

import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Which sources things belong to; empty when there is no such thing. */
interface SourceDao {
    @SqlQuery("SELECT COALESCE(source, '') FROM run WHERE run_id = :runId")
    List<String> findOfRun(UUID runId);

    @SqlQuery("""
            SELECT COALESCE(run.source, '')
            FROM artifact
            JOIN run ON run.run_id = artifact.run_id
            WHERE artifact.artifact_id = :artifactId
            """)
    List<String> findOfArtifact(UUID artifactId);

    @SqlQuery("SELECT DISTINCT COALESCE(source, '') FROM run WHERE job_id = :jobId LIMIT 100")
    List<String> findOfRunsOfJob(UUID jobId);
}
