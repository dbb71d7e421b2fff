package dev.longshore.history.eta;

/**
 * A completed run of the same job.
 *
 * @param keys keys it exported, more than 0
 * @param exportSeconds from its first chunk's begin to the layout of its files, more than 0
 * @param assemblySeconds from there to its completion, at least 0
 */
record PastRun(long keys, double exportSeconds, double assemblySeconds) {}
