package dev.longshore.scheduler.firing;

import dev.longshore.scheduler.settings.MissedRuns;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A job that is due, locked by the current transaction.
 *
 * @param catchUpPolicy policy chosen at the last resumption, for fire times through {@code catchUpUntil}
 */
record DueJobRow(
        UUID jobId,
        int version,
        String settings,
        boolean oneTime,
        Instant nextFireTime,
        @Nullable MissedRuns catchUpPolicy,
        @Nullable Instant catchUpUntil) {}
