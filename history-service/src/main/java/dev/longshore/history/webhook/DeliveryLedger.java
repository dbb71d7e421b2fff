package dev.longshore.history.webhook;

import dev.longshore.history.webhook.Verdict.Delivered;
import dev.longshore.history.webhook.Verdict.Gone;
import dev.longshore.history.webhook.Verdict.Retry;
import dev.longshore.platform.audit.AuditEntry;
import dev.longshore.platform.audit.AuditTrail;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.annotation.Transactional;

/**
 * The steps of a delivery that are stored: claimed before it is sent, ended after. A process that dies in between leaves
 * a lease, and when that ends the delivery is sent again with the same identity.
 */
class DeliveryLedger {
    private static final Logger log = LoggerFactory.getLogger(DeliveryLedger.class);
    private static final String GONE = "The endpoint answered 410 Gone";

    private final DeliveryQueueDao queue;
    private final WebhookDao webhooks;
    private final RetrySchedule schedule;
    private final AuditTrail audit;
    private final Duration lease;

    DeliveryLedger(
            DeliveryQueueDao queue, WebhookDao webhooks, RetrySchedule schedule, AuditTrail audit, Duration lease) {
        this.queue = queue;
        this.webhooks = webhooks;
        this.schedule = schedule;
        this.audit = audit;
        this.lease = lease;
    }

    /** Takes a delivery that is due, if there is one, and logs that an attempt begins. */
    @Transactional
    public Optional<ClaimedDeliveryRow> claim(Instant now) {
        Optional<ClaimedDeliveryRow> claimed = queue.claim(now, lease);
        claimed.ifPresent(delivery -> queue.insertAttempt(delivery.deliveryId(), delivery.epoch(), now));
        return claimed;
    }

    /**
     * Stores what came of an attempt. A late result (the lease has ended, or the webhook was disabled or deleted) stands
     * in the log of attempts and changes nothing else.
     *
     * @return whether the result counted
     */
    @Transactional
    public boolean end(ClaimedDeliveryRow delivery, Answer answer, Duration took, Instant now) {
        Integer status = answer.status().isPresent() ? answer.status().getAsInt() : null;
        queue.endAttempt(
                delivery.deliveryId(),
                delivery.epoch(),
                took.toMillis(),
                status,
                answer.isSuccess() ? null : answer.error());
        Verdict verdict = Verdict.on(answer, delivery.attempts(), now, schedule);
        boolean counted = apply(delivery, verdict, now);
        if (counted && !(verdict instanceof Delivered)) {
            log.info(
                    "Webhook delivery failed: webhook={} event={} attempt={} error={} then={}",
                    delivery.webhookId(),
                    delivery.eventId(),
                    delivery.attempts(),
                    answer.error(),
                    verdict);
        }
        return counted;
    }

    private boolean apply(ClaimedDeliveryRow delivery, Verdict verdict, Instant now) {
        if (verdict instanceof Retry retry) {
            return queue.retry(delivery.deliveryId(), delivery.epoch(), retry.at());
        }
        // Whoever locks both takes the webhook before its deliveries.
        if (verdict instanceof Gone && webhooks.lock(delivery.webhookId()).isEmpty()) {
            return false;
        }
        DeliveryState state = verdict instanceof Delivered ? DeliveryState.DELIVERED : DeliveryState.FAILED;
        boolean counted = queue.end(delivery.deliveryId(), delivery.epoch(), state, now);
        if (counted && verdict instanceof Gone && webhooks.disable(delivery.webhookId(), GONE, now)) {
            int cancelled = queue.cancelPending(delivery.webhookId(), now);
            audit.record(
                    AuditEntry.of("WEBHOOK_DISABLED", "WEBHOOK", delivery.webhookId())
                            .with("because", GONE),
                    now);
            log.warn(
                    "Webhook disabled, its endpoint is gone: webhook={} cancelled={}", delivery.webhookId(), cancelled);
        }
        return counted;
    }

    /** Removes some of the log that is older than this; its attempts go with it. */
    @Transactional
    public int deleteEndedBefore(Instant before, int limit) {
        return queue.deleteEndedBefore(before, limit);
    }
}
