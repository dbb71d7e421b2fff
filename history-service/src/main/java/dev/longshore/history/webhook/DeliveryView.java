package dev.longshore.history.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.longshore.history.outcome.ExportEventType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A delivery as callers see it.
 *
 * @param eventId the event's {@code ce_id}, sent as {@code webhook-id}
 * @param eventType what the event tells
 * @param outcome of the run; null for EXPORT_EXPIRING
 * @param attempts since it was queued last
 * @param nextAttemptAt null unless PENDING
 * @param lastStatus HTTP status of the latest answer; null when there was none
 * @param lastError what went wrong at the latest attempt, in words; null when nothing did
 * @param log every attempt, oldest first; only for a single delivery
 */
record DeliveryView(
        UUID id,
        UUID eventId,
        ExportEventType eventType,
        UUID jobId,
        UUID runId,
        @Nullable String outcome,
        DeliveryState state,
        int attempts,
        @Nullable Instant nextAttemptAt,
        Instant queuedAt,
        @Nullable Instant endedAt,
        @Nullable Instant lastAttemptAt,
        @Nullable Integer lastStatus,
        @Nullable String lastError,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<AttemptView> log) {
    /**
     * One attempt.
     *
     * @param durationMillis null while it is under way, and for good when its process died
     * @param error what went wrong, in words; null when nothing did
     */
    record AttemptView(
            Instant startedAt,
            @Nullable Long durationMillis,
            @Nullable Integer status,
            @Nullable String error) {
        static AttemptView of(AttemptRow row) {
            return new AttemptView(row.startedAt(), row.durationMs(), row.status(), row.error());
        }
    }

    static DeliveryView of(DeliveryRow row, @Nullable List<AttemptRow> attempts) {
        return new DeliveryView(
                row.deliveryId(),
                row.eventId(),
                row.eventType(),
                row.jobId(),
                row.runId(),
                row.outcome(),
                row.state(),
                row.attempts(),
                row.state() == DeliveryState.PENDING ? row.nextAttemptAt() : null,
                row.queuedAt(),
                row.endedAt(),
                row.lastAttemptAt(),
                row.lastStatus(),
                row.lastError(),
                attempts == null ? null : attempts.stream().map(AttemptView::of).toList());
    }
}
