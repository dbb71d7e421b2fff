package dev.longshore.scheduler.settings;

/** What becomes of a fire time that comes while a run of the same job is still going. */
public enum Overlap {
    /** It is issued when that run has ended. */
    WAIT,
    /** It is recorded as skipped. */
    SKIP
}
