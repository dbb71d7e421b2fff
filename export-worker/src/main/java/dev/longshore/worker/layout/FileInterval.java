package dev.longshore.worker.layout;

/**
 * The part of a run's records that one file holds.
 *
 * @param number of the file in its set, from 1
 * @param from first byte inside
 * @param to first byte outside; its segment is the last one that the file needs, even when the offset is that segment's size
 * @param rows number of records
 * @param plainBytes size of the file before compression and encryption
 */
public record FileInterval(int number, SegmentPosition from, SegmentPosition to, long rows, long plainBytes) {}
