package dev.longshore.worker.file;

import dev.longshore.artifact.StagedName;
import dev.longshore.worker.layout.AssembledFile;
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
        List<@Nullable String> lastKey) {
    public static StreamedFileRow of(UUID runId, AssembledFile file) {
        return new StreamedFileRow(
                runId,
                file.object().object(),
                file.bytes(),
                file.sha256(),
                file.rows(),
                file.plainBytes(),
                file.plainSha256(),
                file.first(),
                file.last());
    }

    /** The file that the object is, once the layout has taken it for one. */
    public AssembledFile file() {
        return new AssembledFile(
                new StagedName(runId.toString(), object),
                bytes,
                sha256,
                rows,
                plainBytes,
                plainSha256,
                firstKey,
                lastKey);
    }
}
