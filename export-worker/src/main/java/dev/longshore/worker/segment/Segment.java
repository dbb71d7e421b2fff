package dev.longshore.worker.segment;

import dev.longshore.artifact.StagedName;
import java.util.List;

/**
 * A chunk's finished output, as the store holds it.
 *
 * @param object where its index is, and its blocks if they have no extents
 * @param rows number of records in it
 * @param plainBytes size of the records before compression
 * @param storedBytes size of the object
 * @param checksum CRC-32 of the index, which holds the CRC-32 of every block: stands for the whole segment, 0..2^32-1
 * @param extents where the blocks are, in order; empty when they are in the object, before the index
 */
public record Segment(
        StagedName object, long rows, long plainBytes, long storedBytes, long checksum, List<Extent> extents) {
    public Segment {
        extents = List.copyOf(extents);
    }
}
