package dev.longshore.history.webhook;

import dev.longshore.platform.web.NotFoundException;
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

    DeliveryService(DeliveryLogDao deliveries, WebhookService webhooks) {
        this.deliveries = deliveries;
        this.webhooks = webhooks;
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
