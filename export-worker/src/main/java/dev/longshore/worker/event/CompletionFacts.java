package dev.longshore.worker.event;

import java.time.Instant;

/**
 * What a completed run left behind.
 *
 * @param folder of the run in the artifact store
 * @param files without manifest and checksums
 * @param bytes of all files as stored
 * @param plainBytes of all files before compression and encryption
 * @param manifestSha256 in lower-case hex
 * @param closedThrough no transaction can add a row dated before this instant any more
 * @param expiresAt when the artifacts are removed
 */
public record CompletionFacts(
        String folder,
        int files,
        long rows,
        long bytes,
        long plainBytes,
        String manifestLocation,
        String manifestSha256,
        long manifestBytes,
        String recordSchemaId,
        Instant closedThrough,
        Instant expiresAt) {}
