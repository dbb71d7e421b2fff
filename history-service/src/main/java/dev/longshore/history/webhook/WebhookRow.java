package dev.longshore.history.webhook;

import dev.longshore.history.outcome.ExportEventType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A webhook without its secrets.
 *
 * @param jobId null for the outcomes of all jobs
 * @param eventTypes what it is told
 * @param disabledBecause null unless disabled
 */
record WebhookRow(
        UUID webhookId,
        int version,
        String url,
        @Nullable UUID jobId,
        List<ExportEventType> eventTypes,
        @Nullable String description,
        boolean enabled,
        @Nullable String disabledBecause,
        String createdBy,
        Instant createdAt,
        Instant updatedAt,
        String requestSha256) {}
