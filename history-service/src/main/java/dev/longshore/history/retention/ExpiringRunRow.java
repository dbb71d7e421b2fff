package dev.longshore.history.retention;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A completed run whose artifacts are soon removed.
 *
 * @param windowFrom null when the window is open
 * @param files artifacts that are files and still there
 * @param bytes of these files
 */
record ExpiringRunRow(
        UUID runId,
        UUID jobId,
        @Nullable String jobTitle,
        @Nullable String source,
        @Nullable String type,
        @Nullable Instant windowFrom,
        @Nullable Instant windowTo,
        String folder,
        @Nullable String manifestSha256,
        Instant expiresAt,
        int files,
        long bytes) {}
