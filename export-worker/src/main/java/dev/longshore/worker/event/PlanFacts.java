package dev.longshore.worker.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What planning found.
 *
 * @param chunks 0 for an empty window
 * @param keys rows in the window before entity types narrow them
 * @param expectedRows null when unknown
 * @param expectedBytes before compression; null when unknown
 * @param closedThrough no transaction can add a row dated before this instant any more
 * @param warning why the window may still be open; null when it is closed
 */
public record PlanFacts(
        int chunks,
        long keys,
        @Nullable Long expectedRows,
        @Nullable Long expectedBytes,
        Instant closedThrough,
        @Nullable String warning) {}
