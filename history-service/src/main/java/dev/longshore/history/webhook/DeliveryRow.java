package dev.longshore.history.webhook;

import dev.longshore.history.outcome.ExportEventType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A delivery with what its latest attempt came to.
 *
 * @param outcome null for a warning
 * @param attempts since it was queued last
 * @param lastStatus null when there was no attempt or no answer
 */
record DeliveryRow(
        UUID deliveryId,
        UUID eventId,
        ExportEventType eventType,
        UUID jobId,
        UUID runId,
        @Nullable String outcome,
        DeliveryState state,
        int attempts,
        Instant nextAttemptAt,
        Instant queuedAt,
        @Nullable Instant endedAt,
        @Nullable Instant lastAttemptAt,
        @Nullable Integer lastStatus,
        @Nullable String lastError) {}
