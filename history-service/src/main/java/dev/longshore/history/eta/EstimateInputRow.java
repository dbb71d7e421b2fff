package dev.longshore.history.eta;

import dev.longshore.history.progress.Extent;
import dev.longshore.history.progress.RunStatus;
import dev.longshore.history.progress.RunTally;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an estimate is made from, as the read model has it. */
record EstimateInputRow(
        UUID jobId,
        RunStatus status,
        @Nullable Instant exportingAt,
        @Nullable Instant laidOutAt,
        @Nullable Integer chunks,
        @Nullable Long keys,
        @Nullable Integer laidOutFiles,
        @Nullable Long laidOutRows,
        @Nullable Long laidOutBytes,
        long keysHeld,
        long chunksHeld,
        long assembledRows,
        long assembledBytes,
        long filesDone) {

    Extent extent() {
        return new Extent(chunks, keys, laidOutFiles, laidOutRows, laidOutBytes);
    }

    RunTally assembly() {
        return new RunTally(0, 0, 0, 0, 0, 0, assembledRows, assembledBytes, filesDone, 0);
    }
}
