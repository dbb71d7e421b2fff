package dev.longshore.history.artifact;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A published artifact that is neither deleted nor expired. */
record ArtifactRow(
        UUID artifactId,
        UUID runId,
        UUID jobId,
        @Nullable String jobTitle,
        @Nullable String source,
        @Nullable String type,
        ArtifactKind kind,
        int number,
        @Nullable Integer files,
        String folder,
        String name,
        String mediaType,
        @Nullable Long rows,
        long bytes,
        String sha256,
        Instant publishedAt,
        @Nullable Instant expiresAt) {}
