package dev.longshore.standalone.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A completed run as the history has it.
 *
 * @param expiresAt when its files are removed; null when never
 * @param artifacts its files and its manifest
 * @param event what systems downstream were told; empty when they were told nothing
 */
record AuditedRun(
        UUID runId,
        UUID jobId,
        String jobTitle,
        String folder,
        Totals totals,
        String manifestSha256,
        Instant completedAt,
        @Nullable Instant expiresAt,
        List<Artifact> artifacts,
        Optional<Event> event) {

    /** So long the event of a run may be on its way. */
    private static final Duration ON_THE_WAY = Duration.ofMinutes(1);

    static final String MANIFEST = "manifest.json";

    /** How much a run exported. */
    record Totals(long files, long rows, long bytes) {}

    /**
     * A file or the manifest.
     *
     * @param rows 0 for the manifest
     * @param deleted whether somebody deleted it, or its time was over
     */
    record Artifact(String name, long rows, long bytes, String sha256, boolean deleted) {}

    /** The event of the outcome. */
    record Event(String manifestSha256, Totals totals) {}

    /** Whether the event must have arrived. */
    boolean isTold(Instant now) {
        return completedAt.plus(ON_THE_WAY).isBefore(now);
    }

    /** Whether its files may be gone: they could no longer be downloaded. */
    boolean isExpired(Instant now) {
        return expiresAt != null && !expiresAt.isAfter(now);
    }
}
