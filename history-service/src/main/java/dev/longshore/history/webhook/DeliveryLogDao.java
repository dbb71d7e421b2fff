package dev.longshore.history.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;

/** Deliveries as a log. */
interface DeliveryLogDao {
    String COLUMNS = """
            SELECT d.delivery_id, d.event_id, e.event_type, e.job_id, e.run_id, e.outcome, d.state, d.attempts,
                   d.next_attempt_at, d.queued_at, d.ended_at, a.started_at AS last_attempt_at, a.status AS last_status,
                   a.error AS last_error
            FROM webhook_delivery d
            JOIN export_event e ON e.event_id = d.event_id
            LEFT JOIN webhook_attempt a ON a.delivery_id = d.delivery_id AND a.epoch = d.epoch
            WHERE d.webhook_id = :webhookId
            """;

    /** @param positioned whether the page begins beyond the position; without, the position means nothing */
    @SqlQuery(COLUMNS + """
            AND (CAST(:state AS text) IS NULL OR d.state = :state)
            AND (NOT :positioned OR (CAST(:queuedAt AS timestamptz), CAST(:deliveryId AS uuid))
                    > (d.queued_at, d.delivery_id))
            ORDER BY d.queued_at DESC, d.delivery_id DESC
            LIMIT :limit
            """)
    @RegisterConstructorMapper(DeliveryRow.class)
    List<DeliveryRow> findPage(
            UUID webhookId,
            @Nullable DeliveryState state,
            boolean positioned,
            @Nullable Instant queuedAt,
            @Nullable UUID deliveryId,
            int limit);

    @SqlQuery(COLUMNS + """
            AND d.delivery_id = :deliveryId
            """)
    @RegisterConstructorMapper(DeliveryRow.class)
    Optional<DeliveryRow> find(UUID webhookId, UUID deliveryId);

    @SqlQuery("""
            SELECT started_at, duration_ms, status, error FROM webhook_attempt
            WHERE delivery_id = :deliveryId
            ORDER BY epoch
            """)
    @RegisterConstructorMapper(AttemptRow.class)
    List<AttemptRow> findAttempts(UUID deliveryId);
}
