package dev.longshore.scheduler.job;

import dev.longshore.platform.security.AllowedSources;
import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.customizer.Define;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;

@RegisterConstructorMapper(JobListRow.class)
interface JobListDao {
    /** One page of jobs, and the one after it if there is one. */
    default List<JobListRow> find(JobListQuery query) {
        return find(
                query,
                query.order().orderBy(),
                query.hasCursor() ? query.order().after() : "true");
    }

    /**
     * The page is found in the rows of jobs alone; only then are the settings of its few jobs fetched.
     *
     * @param orderBy as {@link JobListOrder#orderBy} has it
     * @param after true, or as {@link JobListOrder#after} has it
     */
    @SqlQuery("""
            WITH job AS MATERIALIZED (
                SELECT job_id, version, title_key, source, type, state, suspended_reason, one_time, submitted,
                       next_fire_time, last_run_id, last_run_state, last_run_at, created_by, created_at, updated_at
                FROM job
                WHERE deleted_at IS NULL
                  AND (:source = '' OR source = :source)
                  AND (:type = '' OR type = :type)
                  AND (:state = '' OR state = :state)
                  AND (CAST(:allowedSources AS text[]) IS NULL OR source = ANY (:allowedSources))
                  AND (:q = '' OR position(lower(:q) IN search_text) > 0)
                  AND <after>
                ORDER BY <orderBy>
                LIMIT :limit + 1
            )
            SELECT job.job_id, job.version, job.title_key, job.source, job.type, job_version.settings::text AS settings,
                   job.state, job.suspended_reason, job.one_time, job.submitted, job.next_fire_time, job.last_run_id,
                   job.last_run_state, job.last_run_at, job.created_by, job.created_at, job.updated_at
            FROM job
            JOIN job_version ON job_version.job_id = job.job_id AND job_version.version = job.version
            ORDER BY <orderBy>
            """)
    List<JobListRow> find(@BindMethods JobListQuery query, @Define String orderBy, @Define String after);

    /**
     * Which page of which jobs. A filter that is empty lets everything pass.
     *
     * @param hasCursor whether the page follows the job that the cursor values describe
     * @param after1 value of the first field of the order; further ones are empty where the order has no such field
     * @param limit most jobs of the page
     * @param allowed sources that the caller may see; all others are left out
     */
    record JobListQuery(
            String source,
            String type,
            String state,
            String q,
            JobListOrder order,
            boolean hasCursor,
            String after1,
            String after2,
            String after3,
            String afterId,
            int limit,
            AllowedSources allowed) {
        JobListQuery within(AllowedSources those) {
            return new JobListQuery(
                    source, type, state, q, order, hasCursor, after1, after2, after3, afterId, limit, those);
        }

        public String @Nullable [] allowedSources() {
            return allowed.orNull();
        }
    }
}
