package dev.longshore.history.run;

import dev.longshore.history.eta.Eta;
import dev.longshore.history.eta.EtaFacts;
import dev.longshore.history.progress.Extent;
import dev.longshore.history.progress.PhaseFacts;
import dev.longshore.history.progress.RunStatus;
import dev.longshore.history.progress.RunTally;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A run as the read model has it; null where the fact is not known, or not yet. */
record RunRow(
        UUID runId,
        UUID jobId,
        Instant firstFactAt,
        @Nullable String jobTitle,
        @Nullable String source,
        @Nullable String type,
        @Nullable String trigger,
        RunStatus status,
        @Nullable Instant fireTime,
        @Nullable Instant windowFrom,
        @Nullable Instant windowTo,
        @Nullable Instant requestedAt,
        @Nullable String requestedBy,
        @Nullable String skippedBecause,
        @Nullable Instant startedAt,
        @Nullable Instant waitingAt,
        @Nullable String waitingFor,
        @Nullable Instant planningAt,
        @Nullable Instant plannedAt,
        @Nullable Integer chunks,
        @Nullable Long keys,
        @Nullable Instant closedThrough,
        @Nullable String windowWarning,
        @Nullable Instant exportingAt,
        @Nullable Instant laidOutAt,
        @Nullable Integer laidOutFiles,
        @Nullable Long laidOutRows,
        @Nullable Long laidOutBytes,
        @Nullable Instant publishingAt,
        @Nullable Instant endedAt,
        @Nullable Integer files,
        @Nullable String fileName,
        @Nullable Long rows,
        @Nullable Long bytes,
        @Nullable Long plainBytes,
        @Nullable String manifestSha256,
        @Nullable Instant expiresAt,
        @Nullable String cancelledBy,
        @Nullable String cancelledBecause,
        @Nullable String failureKind,
        @Nullable String failureMessage,
        @Nullable Boolean failureRetryable,
        Instant asOf,
        long changedIn,
        long keysSeen,
        long keysHeld,
        long rowsHeld,
        long bytesHeld,
        long chunksDone,
        long chunksHeld,
        long assembledRows,
        long assembledBytes,
        long filesDone,
        long filesHeld,
        @Nullable Instant estimateEndsAt,
        @Nullable Instant estimateEarliest,
        @Nullable Instant estimateLatest,
        @Nullable Double workSeconds,
        @Nullable Double workLeast,
        @Nullable Double workMost) {

    PhaseFacts phaseFacts() {
        return new PhaseFacts(
                status, waitingAt, waitingFor, planningAt, plannedAt, exportingAt, laidOutAt, publishingAt);
    }

    Extent extent() {
        return new Extent(chunks, keys, laidOutFiles, laidOutRows, laidOutBytes);
    }

    RunTally tally() {
        return new RunTally(
                keysSeen,
                keysHeld,
                rowsHeld,
                bytesHeld,
                chunksDone,
                chunksHeld,
                assembledRows,
                assembledBytes,
                filesDone,
                filesHeld);
    }

    EtaFacts etaFacts() {
        Eta.Expected estimate = estimateEndsAt == null || estimateEarliest == null || estimateLatest == null
                ? null
                : new Eta.Expected(estimateEndsAt, estimateEarliest, estimateLatest);
        return new EtaFacts(phaseFacts(), startedAt, chunksHeld + filesHeld, asOf, estimate);
    }
}
