package dev.longshore.history.replay;

import dev.longshore.history.replay.ReplayDao.ReplayRow;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A replay that was ordered.
 *
 * @param jobId null for all jobs
 * @param webhookId null for the topic
 * @param events how many are sent again
 */
record ReplayView(
        UUID id,
        Instant from,
        Instant to,
        @Nullable UUID jobId,
        @Nullable UUID webhookId,
        int events,
        String requestedBy,
        Instant requestedAt) {
    static ReplayView of(ReplayRow row) {
        return new ReplayView(
                row.replayId(),
                row.eventsFrom(),
                row.eventsTo(),
                row.jobId(),
                row.webhookId(),
                row.events(),
                row.requestedBy(),
                row.requestedAt());
    }
}
