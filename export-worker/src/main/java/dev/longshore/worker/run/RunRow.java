package dev.longshore.worker.run;

import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.mapper.Nested;
import org.jspecify.annotations.Nullable;

/**
 * A run as the workers' database has it.
 *
 * @param acceptedAt when the run was accepted; all clocks here are the database's
 * @param cut the moment in the source's life that the window is closed at, encoded; null until it is taken
 * @param waitUntil when the wait for open transactions ends at the latest
 * @param closedThrough no transaction can add a row dated before this instant any more
 * @param closingWarning why the window may still be open; null when it is closed
 * @param keys rows in the window before entity types narrow them
 * @param expectedRows rows that the run will export, as the source's planner estimates
 * @param manifestSha256 of the manifest that is about to be written or was
 * @param expiresAt when the artifacts are removed
 * @param readAt when this row was read
 */
public record RunRow(
        UUID runId,
        UUID jobId,
        RunState state,
        @Nested RunSettings settings,
        Instant acceptedAt,
        @Nullable String cut,
        @Nullable Instant waitUntil,
        boolean waitAnnounced,
        @Nullable Instant closedThrough,
        @Nullable String closingWarning,
        int chunks,
        int chunksDone,
        long keys,
        @Nullable Long expectedRows,
        int files,
        int filesDone,
        @Nullable String manifestSha256,
        @Nullable Long manifestBytes,
        @Nullable Instant expiresAt,
        @Nullable Instant finishedAt,
        Instant readAt) {
    /** Identity of the run. */
    public RunId id() {
        return new RunId(runId);
    }
}
