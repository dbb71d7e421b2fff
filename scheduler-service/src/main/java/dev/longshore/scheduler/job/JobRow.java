package dev.longshore.scheduler.job;

import dev.longshore.scheduler.run.RunState;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A job with its current version and its last run.
 *
 * @param submitted whether a one-time job was submitted to run
 * @param nextFireTime kept while the job is suspended: where it goes on when it is resumed
 */
record JobRow(
        UUID jobId,
        int version,
        String source,
        String type,
        String settings,
        JobState state,
        @Nullable String suspendedReason,
        boolean oneTime,
        boolean submitted,
        @Nullable Instant nextFireTime,
        @Nullable UUID lastRunId,
        @Nullable RunState lastRunState,
        @Nullable Instant lastRunAt,
        String createdBy,
        Instant createdAt,
        Instant updatedAt) {}
