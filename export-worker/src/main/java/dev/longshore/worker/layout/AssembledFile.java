package dev.longshore.worker.layout;

import dev.longshore.artifact.StagedName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file that is complete in the staging area and can be published.
 *
 * @param object where it is
 * @param bytes its size as stored
 * @param sha256 of the bytes as stored, lower-case hex
 * @param rows number of records
 * @param plainBytes size before compression and encryption
 * @param plainSha256 of these bytes, lower-case hex
 * @param first date and key of the first record, in the form that they have in the output
 * @param last date and key of the last record
 */
public record AssembledFile(
        StagedName object,
        long bytes,
        String sha256,
        long rows,
        long plainBytes,
        String plainSha256,
        List<@Nullable String> first,
        List<@Nullable String> last) {}
