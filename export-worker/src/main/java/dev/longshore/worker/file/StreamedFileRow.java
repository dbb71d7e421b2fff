package dev.longshore.worker.file;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An object that holds what a file would, as the workers' database has it.
 *
 * @param object in the run's staging area
 * @param bytes as stored
 * @param plainBytes size before compression and encryption
 */
public record StreamedFileRow(
        UUID runId,
        String object,
        long bytes,
        String sha256,
        long rows,
        long plainBytes,
        String plainSha256,
        List<@Nullable String> firstKey,
        List<@Nullable String> lastKey) {}
