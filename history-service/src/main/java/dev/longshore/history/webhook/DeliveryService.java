package dev.longshore.history.webhook;

import dev.longshore.platform.audit.AuditEntry;
import dev.longshore.platform.audit.AuditTrail;
import dev.longshore.platform.time.Micros;
import dev.longshore.platform.web.NotFoundException;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.annotation.Transactional;

/** The log of deliveries as administrators see it. */
class DeliveryService {
    private static final Logger log = LoggerFactory.getLogger(DeliveryService.class);

    private final DeliveryLogDao deliveries;
    private final WebhookService webhooks;
    private final AuditTrail audit;
    private final InstantSource clock;

    DeliveryService(DeliveryLogDao deliveries, WebhookService webhooks, AuditTrail audit, InstantSource clock) {
        this.deliveries = deliveries;
        this.webhooks = webhooks;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public DeliveryListView list(
            UUID webhookId, @Nullable DeliveryState state, @Nullable DeliveryCursor cursor, int limit) {
        webhooks.get(webhookId);
        List<DeliveryRow> rows = deliveries.findPage(
                webhookId,
                state,
                cursor != null,
                cursor == null ? null : cursor.queuedAt(),
                cursor == null ? null : cursor.deliveryId(),
                limit + 1);
        boolean more = rows.size() > limit;
        List<DeliveryRow> page = more ? rows.subList(0, limit) : rows;
        return new DeliveryListView(
                page.stream().map(row -> DeliveryView.of(row, null)).toList(), more ? cursorAfter(page) : null);
    }

    private static String cursorAfter(List<DeliveryRow> page) {
        DeliveryRow last = page.get(page.size() - 1);
        return new DeliveryCursor(last.queuedAt(), last.deliveryId()).encode();
    }

    @Transactional(readOnly = true)
    public DeliveryView get(UUID webhookId, UUID deliveryId) {
        return DeliveryView.of(require(webhookId, deliveryId), deliveries.findAttempts(deliveryId));
    }

    /** Queues the event of a delivery again, however that delivery ended; its identity stays the same. */
    @Transactional
    public DeliveryView redeliver(UUID webhookId, UUID deliveryId, String user) {
        DeliveryRow delivery = require(webhookId, deliveryId);
        webhooks.requireEnabled(webhookId);
        webhooks.queueAgain(webhookId, List.of(delivery.eventId()));
        audit.record(
                AuditEntry.of("WEBHOOK_REDELIVERED", "WEBHOOK", webhookId)
                        .with("deliveryId", deliveryId)
                        .with("eventId", delivery.eventId()),
                Micros.now(clock));
        log.info("Webhook delivery queued again: webhook={} delivery={} user={}", webhookId, deliveryId, user);
        return DeliveryView.of(require(webhookId, deliveryId), null);
    }

    private DeliveryRow require(UUID webhookId, UUID deliveryId) {
        return deliveries
                .find(webhookId, deliveryId)
                .orElseThrow(() -> new NotFoundException(
                        "The webhook %s has no delivery %s, or not any more".formatted(webhookId, deliveryId)));
    }
}
