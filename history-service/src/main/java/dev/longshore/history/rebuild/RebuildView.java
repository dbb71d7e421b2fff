package dev.longshore.history.rebuild;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A rebuild of the read model. Instants are UTC.
 *
 * @param id rebuild
 * @param state where it stands
 * @param requestedBy who asked for it
 * @param requestedAt when
 * @param endedAt when it ended; null while it runs
 * @param events messages of the topic that have been replayed
 * @param eventsTotal messages that the topic held when the rebuild began; null until that is known
 * @param unreadable messages that could not be read, and are among the dead letters
 * @param failure why it failed; null for other rebuilds
 */
record RebuildView(
        UUID id,
        RebuildState state,
        String requestedBy,
        Instant requestedAt,
        @Nullable Instant endedAt,
        long events,
        @Nullable Long eventsTotal,
        long unreadable,
        @Nullable String failure) {

    static RebuildView of(RebuildRow row) {
        return new RebuildView(
                row.rebuildId(),
                row.state(),
                row.requestedBy(),
                row.requestedAt(),
                row.endedAt(),
                row.events(),
                row.eventsTotal(),
                row.unreadable(),
                row.failure());
    }
}
