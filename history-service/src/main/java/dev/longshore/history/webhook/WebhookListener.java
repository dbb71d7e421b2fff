package dev.longshore.history.webhook;

import dev.longshore.history.outcome.ExportEventStored;
import dev.longshore.platform.time.Micros;
import java.time.InstantSource;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.event.TransactionalEventListener;

/** Queues an event for every webhook that wants it, in the transaction that keeps the event. */
class WebhookListener {
    private final DeliveryQueueDao queue;
    private final CourierLoops couriers;
    private final ApplicationEventPublisher publisher;
    private final InstantSource clock;

    WebhookListener(
            DeliveryQueueDao queue, CourierLoops couriers, ApplicationEventPublisher publisher, InstantSource clock) {
        this.queue = queue;
        this.couriers = couriers;
        this.publisher = publisher;
        this.clock = clock;
    }

    @EventListener
    void on(ExportEventStored event) {
        int queued = queue.queue(event.eventId(), event.eventType(), event.jobId(), Micros.now(clock));
        publisher.publishEvent(new DeliveriesQueued(queued));
    }

    @TransactionalEventListener
    void on(DeliveriesQueued queued) {
        if (queued.count() > 0) {
            couriers.wake();
        }
    }
}
