package dev.longshore.scheduler.run;

/** What caused a run. */
public enum Trigger {
    /** A fire time. */
    SCHEDULE,
    /** A user, for one window. */
    MANUAL,
    /** A user, for a range; this is one window of it. */
    BACKFILL,
    /** A user, to repeat an ended run. */
    RETRY
}
