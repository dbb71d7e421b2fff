package dev.longshore.scheduler.job;

/** What a job is at. */
enum WorkGoingOn {
    NONE,
    /** One of its runs has not ended. */
    RUN,
    /** Windows of a backfill of it wait for their turn. */
    BACKFILL
}
