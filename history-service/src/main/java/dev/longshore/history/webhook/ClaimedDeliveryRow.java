package dev.longshore.history.webhook;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A delivery that this instance may attempt, until its lease ends.
 *
 * @param epoch of the claim; a result that names another is late
 * @param attempts made since it was queued, this one included
 * @param previousSecret signed with as well until the given instant; null when the secret was not changed lately
 */
record ClaimedDeliveryRow(
        UUID deliveryId,
        UUID webhookId,
        UUID eventId,
        long epoch,
        int attempts,
        String url,
        String secret,
        @Nullable String previousSecret,
        @Nullable Instant previousSecretUntil,
        String body) {
    /** Signatures by all secrets that are valid now, as the header {@code webhook-signature} has them. */
    String signatures(long timestamp, Instant now) {
        String signature = new WebhookSecret(secret).sign(eventId.toString(), timestamp, body);
        if (previousSecret != null && previousSecretUntil != null && now.isBefore(previousSecretUntil)) {
            return signature + " " + new WebhookSecret(previousSecret).sign(eventId.toString(), timestamp, body);
        }
        return signature;
    }

    @Override
    public String toString() {
        return "ClaimedDeliveryRow[delivery=%s webhook=%s epoch=%d]".formatted(deliveryId, webhookId, epoch);
    }
}
