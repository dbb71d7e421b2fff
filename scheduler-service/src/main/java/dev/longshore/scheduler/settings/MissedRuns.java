package dev.longshore.scheduler.settings;

/**
 * What becomes of fire times that have piled up, whether by an outage, a suspension or a slow run. The same answer on
 * every path.
 */
public enum MissedRuns {
    /** One run for each, one after the other. */
    EACH,
    /** A run for the last of them; the others are recorded as skipped. */
    LATEST,
    /** One run whose window reaches over all of them. */
    MERGED,
    /** None: all are recorded as skipped, except the last when it is not late. */
    NONE
}
