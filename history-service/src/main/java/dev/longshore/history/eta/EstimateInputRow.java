package dev.longshore.history.eta;

import dev.longshore.history.progress.Extent;
import dev.longshore.history.progress.RunBar;
import dev.longshore.history.progress.RunStatus;
import dev.longshore.history.progress.RunTally;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an estimate is made from, as the read model has it. */
record EstimateInputRow(
        UUID jobId,
        RunStatus status,
        @Nullable Instant exportingAt,
        @Nullable Instant laidOutAt,
        @Nullable Instant endedAt,
        @Nullable Integer chunks,
        @Nullable Long keys,
        @Nullable Long expectedRows,
        @Nullable Long expectedBytes,
        @Nullable Integer laidOutFiles,
        @Nullable Long laidOutRows,
        @Nullable Long laidOutBytes,
        Instant asOf,
        long keysHeld,
        long rowsHeld,
        long bytesHeld,
        long chunksDone,
        long assembledRows,
        long assembledBytes,
        long filesDone) {
    private static final double MILLIS_PER_SECOND = 1_000;

    /** Empty before the plan is known. */
    Optional<Workload> workload(Instant now, List<OpenChunkRow> open, Duration lease) {
        Integer plannedChunks = chunks;
        Long plannedKeys = keys;
        if (plannedChunks == null || plannedKeys == null) {
            return Optional.empty();
        }
        return Optional.of(new Workload(
                plannedKeys,
                plannedChunks,
                expectedRows,
                expectedBytes,
                chunksDone,
                Math.max(
                        0,
                        keysHeld - open.stream().mapToLong(OpenChunkRow::keys).sum()),
                Math.max(
                        0,
                        rowsHeld - open.stream().mapToLong(OpenChunkRow::rows).sum()),
                Math.max(
                        0,
                        bytesHeld - open.stream().mapToLong(OpenChunkRow::bytes).sum()),
                open.stream()
                        .map(chunk -> new OpenChunk(
                                chunk.rows(),
                                EtaEstimator.seconds(chunk.newsAt(), now),
                                lease.toMillis() / MILLIS_PER_SECOND))
                        .toList(),
                files(now)));
    }

    private @Nullable FilesWork files(Instant now) {
        Instant since = laidOutAt;
        if (since == null) {
            return null;
        }
        RunTally assembly = new RunTally(0, 0, 0, 0, 0, 0, assembledRows, assembledBytes, filesDone, 0);
        Extent extent = new Extent(chunks, keys, laidOutFiles, laidOutRows, laidOutBytes);
        return new FilesWork(
                EtaEstimator.seconds(since, now),
                laidOutFiles == null ? 0 : laidOutFiles,
                laidOutBytes == null ? 0 : laidOutBytes,
                RunBar.assembled(extent, assembly));
    }
}
