package dev.longshore.scheduler.job;

/** Whether a job fires (P55). */
enum JobState {
    /** It fires when it is due. */
    ACTIVE,
    /** It does not; recurring jobs can be resumed (P56). */
    SUSPENDED
}
