package dev.longshore.worker.outcome;

import dev.longshore.worker.event.OutcomeNumber;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

@RegisterConstructorMapper(OutcomeNumber.class)
interface JobOutcomeDao {
    /** Takes the job's next number and holds its counter until the transaction ends. */
    @SqlQuery("""
            INSERT INTO job_outcome (job_id, sequence, run_id)
            VALUES (:jobId, 1, :runId)
            ON CONFLICT (job_id) DO UPDATE
            SET sequence = job_outcome.sequence + 1, previous_run_id = job_outcome.run_id, run_id = excluded.run_id
            RETURNING sequence, previous_run_id AS previous_run
            """)
    OutcomeNumber takeNext(UUID jobId, UUID runId);
}
