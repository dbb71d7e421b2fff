package dev.longshore.history.webhook;

import dev.longshore.history.outcome.ExportEventType;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A webhook as a caller describes it.
 *
 * @param url where deliveries go
 * @param jobId null for the outcomes of all jobs
 * @param eventTypes what it is to be told; null for the outcomes, or what it was told before
 * @param enabled true when it is missing
 */
record WebhookRequest(
        @Nullable String url,
        @Nullable UUID jobId,
        @Nullable List<ExportEventType> eventTypes,
        @Nullable String description,
        @Nullable Boolean enabled) {
    boolean isEnabled() {
        return enabled == null || enabled;
    }

    /** The same text for the same request. */
    String canonical() {
        return "%s\n%s\n%s\n%s\n%s".formatted(url, jobId, eventTypes, description, isEnabled());
    }
}
