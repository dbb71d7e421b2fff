package dev.longshore.history.webhook;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A delivery with what its latest attempt came to.
 *
 * @param attempts since it was queued last
 * @param lastStatus null when there was no attempt or no answer
 */
record DeliveryRow(
        UUID deliveryId,
        UUID eventId,
        UUID jobId,
        UUID runId,
        String outcome,
        DeliveryState state,
        int attempts,
        Instant nextAttemptAt,
        Instant queuedAt,
        @Nullable Instant endedAt,
        @Nullable Instant lastAttemptAt,
        @Nullable Integer lastStatus,
        @Nullable String lastError) {}
