package dev.longshore.worker.lease;

/**
 * How many tasks this process works on at the same time.
 *
 * @param value at least 1
 */
public record SlotCount(int value) {}
