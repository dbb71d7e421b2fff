package dev.longshore.history.webhook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One attempt at a delivery.
 *
 * @param durationMs null while it is under way, and for good when its process died
 */
record AttemptRow(
        Instant startedAt,
        @Nullable Long durationMs,
        @Nullable Integer status,
        @Nullable String error) {}
