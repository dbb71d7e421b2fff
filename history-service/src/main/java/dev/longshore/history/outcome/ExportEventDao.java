package dev.longshore.history.outcome;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** Events of the public contract. Nothing ever changes or deletes them. */
public interface ExportEventDao {
    /** False when the event was stored before. */
    @SqlUpdate("""
            INSERT INTO export_event (event_id, job_id, run_id, sequence, outcome, occurred_at, message_key, payload,
                                      headers, body)
            VALUES (:eventId, :jobId, :runId, :sequence, :outcome, :occurredAt, :messageKey, :payload, :headers, :body)
            ON CONFLICT DO NOTHING
            """)
    boolean insertIfFirst(@BindMethods ExportEventRow event);

    /**
     * Events whose outcome was committed in [from, to), each job's in the order of its sequence.
     *
     * @param jobId null for all jobs
     */
    @SqlQuery("""
            SELECT event_id, job_id, run_id, sequence, outcome, occurred_at, message_key, payload, headers, body
            FROM export_event
            WHERE occurred_at >= :from AND :to > occurred_at AND (CAST(:jobId AS uuid) IS NULL OR job_id = :jobId)
            ORDER BY job_id, sequence
            LIMIT :limit
            """)
    @RegisterConstructorMapper(ExportEventRow.class)
    List<ExportEventRow> findBetween(Instant from, Instant to, @Nullable UUID jobId, int limit);
}
