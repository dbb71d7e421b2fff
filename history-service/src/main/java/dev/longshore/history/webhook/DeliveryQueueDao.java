package dev.longshore.history.webhook;

import dev.longshore.history.outcome.ExportEventType;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** Deliveries as a queue. Leases use the clock of the database, so that instances agree on them. */
interface DeliveryQueueDao {
    @SqlUpdate("""
            INSERT INTO webhook_delivery (delivery_id, webhook_id, event_id, state, next_attempt_at, queued_at)
            SELECT gen_random_uuid(), w.webhook_id, :eventId, 'PENDING', :now, :now
            FROM webhook w
            WHERE w.enabled AND (w.job_id IS NULL OR w.job_id = :jobId) AND CAST(:eventType AS text) = ANY(w.event_types)
            ON CONFLICT DO NOTHING
            """)
    int queue(UUID eventId, ExportEventType eventType, UUID jobId, Instant now);

    /**
     * Queues an event for one webhook, whether it had it before or not. An attempt that is under way goes on and counts.
     */
    @SqlUpdate("""
            INSERT INTO webhook_delivery AS d (delivery_id, webhook_id, event_id, state, next_attempt_at, queued_at)
            VALUES (gen_random_uuid(), :webhookId, :eventId, 'PENDING', :now, :now)
            ON CONFLICT (webhook_id, event_id) DO UPDATE
            SET state = 'PENDING', attempts = 0, next_attempt_at = :now, queued_at = :now, ended_at = NULL
            """)
    int queueAgain(UUID webhookId, UUID eventId, Instant now);

    /**
     * Takes one delivery that is due, of a webhook to which nothing is under way, so that a slow endpoint does not occupy
     * all senders. Two that claim at the same instant may take one each of the same webhook.
     */
    @SqlQuery("""
            WITH due AS (
                SELECT d.delivery_id
                FROM webhook_delivery d
                JOIN webhook w ON w.webhook_id = d.webhook_id AND w.enabled
                WHERE d.state = 'PENDING' AND :now >= d.next_attempt_at
                  AND (d.lease_until IS NULL OR clock_timestamp() >= d.lease_until)
                  AND NOT EXISTS (
                      SELECT 1 FROM webhook_delivery other
                      WHERE other.webhook_id = d.webhook_id AND other.state = 'PENDING'
                        AND other.lease_until > clock_timestamp())
                ORDER BY d.next_attempt_at, d.delivery_id
                LIMIT 1
                FOR UPDATE OF d SKIP LOCKED
            )
            UPDATE webhook_delivery d
            SET epoch = d.epoch + 1, attempts = d.attempts + 1, lease_until = clock_timestamp() + :lease
            FROM due, webhook w, export_event e
            WHERE d.delivery_id = due.delivery_id AND w.webhook_id = d.webhook_id AND e.event_id = d.event_id
            RETURNING d.delivery_id, d.webhook_id, d.event_id, d.epoch, d.attempts, w.url, w.secret, w.previous_secret,
                      w.previous_secret_until, e.body
            """)
    @RegisterConstructorMapper(ClaimedDeliveryRow.class)
    Optional<ClaimedDeliveryRow> claim(Instant now, Duration lease);

    @SqlUpdate("""
            INSERT INTO webhook_attempt (delivery_id, epoch, started_at) VALUES (:deliveryId, :epoch, :startedAt)
            """)
    int insertAttempt(UUID deliveryId, long epoch, Instant startedAt);

    @SqlUpdate("""
            UPDATE webhook_attempt SET duration_ms = :durationMillis, status = :status, error = :error
            WHERE delivery_id = :deliveryId AND epoch = :epoch AND duration_ms IS NULL
            """)
    boolean endAttempt(
            UUID deliveryId, long epoch, long durationMillis, @Nullable Integer status, @Nullable String error);

    /** False when the delivery was claimed again, cancelled or deleted meanwhile. */
    @SqlUpdate("""
            UPDATE webhook_delivery SET state = :state, ended_at = :now, lease_until = NULL
            WHERE delivery_id = :deliveryId AND epoch = :epoch AND state = 'PENDING'
            """)
    boolean end(UUID deliveryId, long epoch, DeliveryState state, Instant now);

    /** False when the delivery was claimed again, cancelled or deleted meanwhile. */
    @SqlUpdate("""
            UPDATE webhook_delivery SET next_attempt_at = :at, lease_until = NULL
            WHERE delivery_id = :deliveryId AND epoch = :epoch AND state = 'PENDING'
            """)
    boolean retry(UUID deliveryId, long epoch, Instant at);

    @SqlUpdate("""
            UPDATE webhook_delivery SET state = 'CANCELLED', ended_at = :now, lease_until = NULL
            WHERE webhook_id = :webhookId AND state = 'PENDING'
            """)
    int cancelPending(UUID webhookId, Instant now);

    @SqlUpdate("""
            DELETE FROM webhook_delivery
            WHERE delivery_id IN (SELECT delivery_id FROM webhook_delivery WHERE :before > ended_at LIMIT :limit)
            """)
    int deleteEndedBefore(Instant before, int limit);
}
