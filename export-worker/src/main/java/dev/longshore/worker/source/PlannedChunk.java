package dev.longshore.worker.source;

/**
 * A slice of a run.
 *
 * @param keys number of keys in the range when it was planned, before entity types are looked at: the measure of progress
 */
public record PlannedChunk(KeyRange range, long keys) {}
