package dev.longshore.history.run;

import dev.longshore.history.progress.TaskKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An attempt as the timeline reads it.
 *
 * @param latestEpoch highest epoch of the same task
 * @param taskDone whether any attempt at the same task has a result
 */
record TimelineAttemptRow(
        TaskKind taskKind,
        int number,
        long epoch,
        @Nullable Integer attempt,
        String worker,
        @Nullable Instant startedAt,
        @Nullable Instant reportedAt,
        long keys,
        long rows,
        long bytes,
        @Nullable Instant failedAt,
        @Nullable String failureKind,
        @Nullable String failureMessage,
        @Nullable Boolean failureRetryable,
        @Nullable Instant retryAt,
        @Nullable Instant doneAt,
        @Nullable Long doneRows,
        @Nullable Long doneBytes,
        long latestEpoch,
        boolean taskDone) {}
