package dev.longshore.history.progress;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one attempt at a task.
 *
 * @param epoch rises with each attempt at the task
 * @param keys most keys that the attempt reported
 * @param rows most rows that it reported
 * @param bytes most bytes that it reported, before compression
 * @param failedAt when it ended without a result
 * @param doneAt when its result was committed; the done amounts are then final
 */
public record AttemptRow(
        long epoch,
        long keys,
        long rows,
        long bytes,
        @Nullable Instant failedAt,
        @Nullable Instant doneAt,
        @Nullable Long doneKeys,
        @Nullable Long doneRows,
        @Nullable Long doneBytes) {}
