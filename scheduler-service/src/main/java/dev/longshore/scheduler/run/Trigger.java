package dev.longshore.scheduler.run;

/** What caused a run. */
public enum Trigger {
    SCHEDULE,
    MANUAL,
    RETRY
}
