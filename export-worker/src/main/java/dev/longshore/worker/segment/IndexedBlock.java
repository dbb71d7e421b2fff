package dev.longshore.worker.segment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One block of a segment: whole records, or a part of one record that is too big for a block.
 *
 * @param storedOffset where its stored bytes begin in the segment
 * @param plainOffset where its records begin in the segment's records
 * @param rows number of records that end in it; 0 for a part that is not the last of its record
 * @param crc32 of the plain bytes
 * @param first date and key of its first record, in the form that they have in the output; empty for 0 rows
 * @param last date and key of its last record; empty for 0 rows
 */
public record IndexedBlock(
        long storedOffset,
        int storedLength,
        long plainOffset,
        int plainLength,
        int rows,
        int crc32,
        List<@Nullable String> first,
        List<@Nullable String> last) {
    /** Where its records end in the segment's records. */
    public long plainEnd() {
        return plainOffset + plainLength;
    }
}
