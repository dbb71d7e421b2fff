package dev.longshore.scheduler.job;

import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

@RegisterConstructorMapper(JobListRow.class)
interface JobListDao {
    /**
     * One page of jobs, and the one after it if there is one. Every sortable field is a text that sorts as its value does (bytewise; what is absent comes
     * last), so that up to three of them in either direction need one statement and the page after a job is found
     * whatever was inserted meanwhile.
     */
    @SqlQuery("""
            SELECT job_id, version, settings, state, suspended_reason, one_time, submitted, next_fire_time, last_run_id,
                   last_run_state, last_run_at, created_by, created_at, updated_at, key1, key2, key3
            FROM (
                SELECT job_overview.*,
                       COALESCE(sort_keys ->> :sort1, '~') COLLATE "C" AS key1,
                       COALESCE(sort_keys ->> :sort2, '~') COLLATE "C" AS key2,
                       COALESCE(sort_keys ->> :sort3, '~') COLLATE "C" AS key3
                FROM job_overview
                WHERE (:source = '' OR source = :source)
                  AND (:type = '' OR type = :type)
                  AND (:state = '' OR state = :state)
                  AND (:q = '' OR position(lower(:q) IN lower(title)) > 0
                       OR position(lower(:q) IN lower(description)) > 0)
            ) listed
            WHERE NOT :hasCursor
               OR CASE
                    WHEN key1 <> :after1 THEN (key1 > :after1) = :ascending1
                    WHEN key2 <> :after2 THEN (key2 > :after2) = :ascending2
                    WHEN key3 <> :after3 THEN (key3 > :after3) = :ascending3
                    ELSE job_id > :afterId::uuid
                  END
            ORDER BY CASE WHEN :ascending1 THEN key1 END, CASE WHEN NOT :ascending1 THEN key1 END DESC,
                     CASE WHEN :ascending2 THEN key2 END, CASE WHEN NOT :ascending2 THEN key2 END DESC,
                     CASE WHEN :ascending3 THEN key3 END, CASE WHEN NOT :ascending3 THEN key3 END DESC,
                     job_id
            LIMIT :limit + 1
            """)
    List<JobListRow> find(@BindMethods JobListQuery query);

    /**
     * Which page of which jobs. A filter that is empty lets everything pass.
     *
     * @param hasCursor whether the page follows the job that the cursor values describe
     * @param limit most jobs of the page
     */
    record JobListQuery(
            String source,
            String type,
            String state,
            String q,
            String sort1,
            boolean ascending1,
            String sort2,
            boolean ascending2,
            String sort3,
            boolean ascending3,
            boolean hasCursor,
            String after1,
            String after2,
            String after3,
            String afterId,
            int limit) {}
}
