package dev.longshore.history.artifact;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file, or the manifest, of a completed run.
 *
 * @param id artifact
 * @param runId run that made it
 * @param jobId job of that run
 * @param jobTitle title of the job when the run was issued
 * @param source source of the data
 * @param type type of the data
 * @param kind file or manifest
 * @param name file name
 * @param part number of the file in the run, from 1; null for the manifest
 * @param parts number of files of the run
 * @param mediaType media type of the content as stored
 * @param rows rows in it; null for the manifest
 * @param bytes size as stored
 * @param sha256 SHA-256 of the content as stored, in lower-case hex
 * @param createdAt when it was published
 * @param expiresAt when it is removed; null when never
 * @param remainingDays days until then, begun ones counted; null when never
 */
record ArtifactView(
        UUID id,
        UUID runId,
        UUID jobId,
        @Nullable String jobTitle,
        @Nullable String source,
        @Nullable String type,
        ArtifactKind kind,
        String name,
        @Nullable Integer part,
        @Nullable Integer parts,
        String mediaType,
        @Nullable Long rows,
        long bytes,
        String sha256,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Long remainingDays) {

    private static final long SECONDS_PER_DAY = 86_400;

    static ArtifactView of(ArtifactRow row, Instant now) {
        return new ArtifactView(
                row.artifactId(),
                row.runId(),
                row.jobId(),
                row.jobTitle(),
                row.source(),
                row.type(),
                row.kind(),
                row.name(),
                row.kind() == ArtifactKind.FILE ? row.number() : null,
                row.files(),
                row.mediaType(),
                row.rows(),
                row.bytes(),
                row.sha256(),
                row.publishedAt(),
                row.expiresAt(),
                row.expiresAt() == null ? null : daysUntil(row.expiresAt(), now));
    }

    private static long daysUntil(Instant end, Instant now) {
        long seconds = Math.max(0, end.getEpochSecond() - now.getEpochSecond());
        return (seconds + SECONDS_PER_DAY - 1) / SECONDS_PER_DAY;
    }
}
