package dev.longshore.worker.layout;

import dev.longshore.worker.segment.SegmentIndex;

/** What the layout needs to look into where a file may end; asked only around the ends of files. */
interface SegmentSequence {
    SegmentIndex index(int segment);

    /** Offsets just behind each record of a block of whole records, within the block, ascending. */
    int[] recordEnds(int segment, int block);
}
