package dev.longshore.history.webhook;

import dev.longshore.platform.fault.FaultPoints;
import dev.longshore.platform.time.Micros;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** Makes one delivery at a time; any number of couriers in any number of instances share the queue. */
final class WebhookCourier {
    /** The endpoint has the message, and nothing is stored of that yet. */
    static final String AFTER_SEND = "webhook-after-send";

    private final DeliveryLedger ledger;
    private final WebhookSender sender;
    private final InstantSource clock;
    private final FaultPoints faults;
    private final MeterRegistry meters;

    WebhookCourier(
            DeliveryLedger ledger,
            WebhookSender sender,
            InstantSource clock,
            FaultPoints faults,
            MeterRegistry meters) {
        this.ledger = ledger;
        this.sender = sender;
        this.clock = clock;
        this.faults = faults;
        this.meters = meters;
    }

    /** @return whether there may be more to deliver at once */
    boolean deliverNext() {
        Optional<ClaimedDeliveryRow> claimed = ledger.claim(Micros.now(clock));
        if (claimed.isEmpty()) {
            return false;
        }
        ClaimedDeliveryRow delivery = claimed.get();
        Instant started = Micros.now(clock);
        Answer answer = send(delivery, started);
        faults.reached(AFTER_SEND, delivery.deliveryId().toString());
        Instant ended = Micros.now(clock);
        ledger.end(delivery, answer, Duration.between(started, ended), ended);
        meters.counter("longshore.webhook.attempts", "result", answer.isSuccess() ? "delivered" : "failed")
                .increment();
        return true;
    }

    private Answer send(ClaimedDeliveryRow delivery, Instant now) {
        long timestamp = now.getEpochSecond();
        Map<String, String> headers = Map.of(
                "webhook-id",
                delivery.eventId().toString(),
                "webhook-timestamp",
                Long.toString(timestamp),
                "webhook-signature",
                delivery.signatures(timestamp, now));
        return sender.send(URI.create(delivery.url()), headers, delivery.body());
    }
}
