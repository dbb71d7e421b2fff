package dev.longshore.history.progress;

import org.jspecify.annotations.Nullable;

/**
 * How much a run has to do, as far as that is known; null where it is not.
 *
 * @param chunks chunks of the plan
 * @param keys keys of the plan
 * @param files files of the layout
 * @param rows rows of the layout
 * @param bytes bytes of the layout, before compression
 */
public record Extent(
        @Nullable Integer chunks,
        @Nullable Long keys,
        @Nullable Integer files,
        @Nullable Long rows,
        @Nullable Long bytes) {}
