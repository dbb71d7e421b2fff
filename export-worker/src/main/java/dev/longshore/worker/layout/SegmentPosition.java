package dev.longshore.worker.layout;

/**
 * A place between two records in the sequence of a run's segments.
 *
 * @param segment index of the segment in the order of the chunks, from 0
 * @param offset plain bytes of that segment before the place
 */
public record SegmentPosition(int segment, long offset) {}
