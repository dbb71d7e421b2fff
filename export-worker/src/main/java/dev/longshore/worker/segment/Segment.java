package dev.longshore.worker.segment;

import dev.longshore.artifact.StagedName;

/**
 * A chunk's finished output, as the store holds it.
 *
 * @param object where it is
 * @param rows number of records in it
 * @param plainBytes size of the records before compression
 * @param storedBytes size of the object
 * @param checksum CRC-32 of the index, which holds the CRC-32 of every block: stands for the whole object, 0..2^32-1
 */
public record Segment(StagedName object, long rows, long plainBytes, long storedBytes, long checksum) {}
