package dev.longshore.scheduler.job;

import dev.longshore.scheduler.schedule.Immediately;
import dev.longshore.scheduler.schedule.Schedule;

/** What can happen to a job; {@link JobStage} says what comes of it. */
enum JobMove {
    /** An edit is saved that makes, or leaves, the job recurring. */
    SAVE_AS_RECURRING,
    /** An edit is saved by which the job runs one time, at a date and time. */
    SAVE_WITH_START,
    /** An edit is saved by which the job runs one time, immediately. */
    SAVE_TO_START_NOW,
    SUSPEND,
    RESUME,
    /** A fire time of the schedule has come. */
    FIRE,
    /** As many runs in a row have failed as the job allows. */
    FAIL_TOO_OFTEN,
    /** A run is asked for by hand, or an ended one is repeated. */
    RUN_NOW,
    DELETE;

    /** The move that saving these settings is. */
    static JobMove savingAs(Schedule schedule) {
        if (schedule instanceof Immediately) {
            return SAVE_TO_START_NOW;
        }
        return schedule.isOneTime() ? SAVE_WITH_START : SAVE_AS_RECURRING;
    }
}
