package dev.longshore.history.rebuild;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A rebuild, with how far it has come. */
record RebuildRow(
        UUID rebuildId,
        RebuildState state,
        String requestedBy,
        Instant requestedAt,
        @Nullable Instant endedAt,
        long events,
        @Nullable Long eventsTotal,
        long unreadable,
        @Nullable String failure) {}
