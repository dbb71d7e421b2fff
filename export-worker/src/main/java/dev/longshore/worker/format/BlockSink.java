package dev.longshore.worker.format;

import dev.longshore.worker.source.RecordKey;

/** Takes encoded records in blocks. */
@FunctionalInterface
public interface BlockSink {
    /**
     * One block: either whole records only, or a part of exactly one record that is too big for a block.
     *
     * @param bytes lent: changes after the call
     * @param records number of records that end in this block; 0 for a part that is not the last of its record
     * @param first place of the block's first record; lent
     * @param last place of the block's last record; lent. Both are the big record's own for its parts, and of no meaning for
     *     all but its last part
     */
    void block(byte[] bytes, int length, int records, RecordKey first, RecordKey last);
}
