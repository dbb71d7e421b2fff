package dev.longshore.worker.file;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file of a run as the workers' database has it.
 *
 * @param name that it gets when the run is published
 * @param fromSegment index of the first segment, from 0
 * @param fromOffset plain bytes of that segment before the file
 * @param toSegment index of the last segment
 * @param toOffset plain bytes of that segment that belong to this file or come before it
 * @param plainBytes size before compression and encryption, as laid out
 * @param epoch of the attempt whose result counts; null, like all that follows, until there is one
 * @param object in the run's staging area
 * @param bytes as stored
 */
public record FileRow(
        UUID runId,
        int number,
        String name,
        int fromSegment,
        long fromOffset,
        int toSegment,
        long toOffset,
        long rows,
        long plainBytes,
        @Nullable Long epoch,
        @Nullable String object,
        @Nullable Long bytes,
        @Nullable String sha256,
        @Nullable String plainSha256,
        @Nullable List<@Nullable String> firstKey,
        @Nullable List<@Nullable String> lastKey) {}
