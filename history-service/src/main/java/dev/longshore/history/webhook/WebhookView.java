package dev.longshore.history.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.longshore.history.outcome.ExportEventType;
import dev.longshore.platform.web.IfMatch;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A webhook as callers see it.
 *
 * @param eventTypes what it is told
 * @param disabledBecause null unless disabled
 * @param secret only in the answer to the request that made it
 */
record WebhookView(
        UUID id,
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

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "signs the deliveries; only in the answer to the request that made it")
        @Nullable
        String secret) {
    static WebhookView of(WebhookRow row) {
        return of(row, null);
    }

    static WebhookView of(WebhookRow row, @Nullable WebhookSecret secret) {
        return new WebhookView(
                row.webhookId(),
                row.version(),
                row.url(),
                row.jobId(),
                row.eventTypes(),
                row.description(),
                row.enabled(),
                row.disabledBecause(),
                row.createdBy(),
                row.createdAt(),
                row.updatedAt(),
                secret == null ? null : secret.text());
    }

    /** Strong entity tag. */
    String tag() {
        return IfMatch.tagOf(version);
    }

    @Override
    public String toString() {
        return "WebhookView[id=%s version=%d]".formatted(id, version);
    }
}
