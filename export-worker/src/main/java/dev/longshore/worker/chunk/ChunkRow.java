package dev.longshore.worker.chunk;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A chunk as the workers' database has it.
 *
 * @param keyRange encoded
 * @param epoch of the attempt whose result counts; null, like all that follows, until there is one
 * @param object of the segment in the run's staging area
 * @param checksum of the segment's index
 * @param extents of the segment's blocks, encoded; empty when they are in its object
 */
public record ChunkRow(
        UUID runId,
        int number,
        String keyRange,
        long keys,
        @Nullable Long epoch,
        @Nullable String object,
        @Nullable Long rows,
        @Nullable Long plainBytes,
        @Nullable Long storedBytes,
        @Nullable Long checksum,
        List<String> extents) {}
