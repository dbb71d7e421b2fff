package dev.longshore.history.replay;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which outcomes are to be sent again: those committed in [from, to).
 *
 * @param jobId null for all jobs
 * @param webhookId where to; null for the topic
 */
record ReplayRequest(
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable UUID jobId,
        @Nullable UUID webhookId) {
    /** The same text for the same request. */
    String canonical() {
        return "%s\n%s\n%s\n%s".formatted(from, to, jobId, webhookId);
    }
}
