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
            INSERT INTO export_event (event_id, event_type, job_id, run_id, sequence, outcome, occurred_at, message_key,
                                      payload, headers, body)
            VALUES (:eventId, :eventType, :jobId, :runId, :sequence, :outcome, :occurredAt, :messageKey, :payload,
                    :headers, :body)
            ON CONFLICT DO NOTHING
            """)
    boolean insertIfFirst(@BindMethods ExportEventRow event);

    /**
     * Outcomes that were committed in [from, to), each job's in the order of its sequence.
     *
     * @param jobId null for all jobs
     */
    @SqlQuery("""
            SELECT event_id, event_type, job_id, run_id, sequence, outcome, occurred_at, message_key, payload, headers,
                   body
            FROM export_event
            WHERE event_type = 'EXPORT_COMPLETED' AND occurred_at >= :from AND :to > occurred_at
              AND (CAST(:jobId AS uuid) IS NULL OR job_id = :jobId)
            ORDER BY job_id, sequence
            LIMIT :limit
            """)
    @RegisterConstructorMapper(ExportEventRow.class)
    List<ExportEventRow> findBetween(Instant from, Instant to, @Nullable UUID jobId, int limit);
}
