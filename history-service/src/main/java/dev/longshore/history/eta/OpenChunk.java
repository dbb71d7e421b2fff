package dev.longshore.history.eta;

/**
 * A chunk that an attempt holds and that has no result yet.
 *
 * @param rows most rows that the attempt reported
 * @param silentSeconds age of its latest news, at least 0
 * @param leaseSeconds how long after its latest news another worker takes it over
 */
record OpenChunk(long rows, double silentSeconds, double leaseSeconds) {}
