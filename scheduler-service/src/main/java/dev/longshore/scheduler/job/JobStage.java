package dev.longshore.scheduler.job;

import dev.longshore.scheduler.job.MoveOutcome.Becomes;
import dev.longshore.scheduler.job.MoveOutcome.Refused;
import dev.longshore.scheduler.schedule.Immediately;
import dev.longshore.scheduler.schedule.Schedule;

/**
 * Where a job stands in its life, and where each move takes it: the one place that knows (P31..P33, P55..P65). The
 * combinations of state, one-time and submitted that no stage has cannot be stored either
 * ({@code job_life_cycle_check}).
 */
enum JobStage {
    /** A recurring job that fires when it is due. */
    RECURRING(JobState.ACTIVE, false, false),
    /** A recurring job that does not fire until it is resumed (P55, P56). */
    PAUSED(JobState.SUSPENDED, false, false),
    /** A one-time job that waits for its start (P32). */
    WAITING(JobState.ACTIVE, true, false),
    /** A one-time job that was suspended before its start: not to be resumed, but saving it makes it wait again. */
    HELD(JobState.SUSPENDED, true, false),
    /** A one-time job that was submitted to run: suspended for good, and never changed any more (P57..P59, P63). */
    SUBMITTED(JobState.SUSPENDED, true, true),
    /** Gone for users; its row, versions and runs stay for the history. */
    DELETED(JobState.SUSPENDED, false, false);

    private final JobState state;
    private final boolean oneTime;
    private final boolean submitted;

    JobStage(JobState state, boolean oneTime, boolean submitted) {
        this.state = state;
        this.oneTime = oneTime;
        this.submitted = submitted;
    }

    /** The stage in which a job is born. */
    static JobStage ofNew(Schedule schedule) {
        if (schedule instanceof Immediately) {
            return SUBMITTED; // P31, P57
        }
        return schedule.isOneTime() ? WAITING : RECURRING;
    }

    /** The stage of a job that is not deleted. */
    static JobStage of(JobRow job) {
        if (!job.oneTime()) {
            return job.state() == JobState.ACTIVE ? RECURRING : PAUSED;
        }
        if (job.submitted()) {
            return SUBMITTED;
        }
        return job.state() == JobState.ACTIVE ? WAITING : HELD;
    }

    /** What a move makes of a job in this stage. A refusal changes nothing. */
    MoveOutcome after(JobMove move, WorkGoingOn work) {
        if (this == DELETED) {
            return Refused.DELETED;
        }
        return switch (move) {
            case SAVE_AS_RECURRING -> save(isHeldBack() ? PAUSED : RECURRING);
            case SAVE_WITH_START -> save(WAITING);
            case SAVE_TO_START_NOW -> save(SUBMITTED);
            case SUSPEND -> new Becomes(suspended());
            case RESUME -> resume();
            case FIRE -> fire();
            case FAIL_TOO_OFTEN -> new Becomes(oneTime ? this : PAUSED);
            case RUN_NOW -> new Becomes(this);
            case DELETE -> delete(work);
        };
    }

    private MoveOutcome save(JobStage saved) {
        return submitted ? Refused.NOT_EDITABLE : new Becomes(saved); // P60, P62, P63
    }

    private boolean isHeldBack() {
        return state == JobState.SUSPENDED;
    }

    private JobStage suspended() {
        return switch (this) {
            case RECURRING -> PAUSED;
            case WAITING -> HELD;
            case PAUSED, HELD, SUBMITTED, DELETED -> this;
        };
    }

    private MoveOutcome resume() {
        if (!oneTime) {
            return new Becomes(RECURRING); // P56
        }
        return submitted ? Refused.NOT_RESUMABLE_SUBMITTED : Refused.NOT_RESUMABLE_ONE_TIME; // P58
    }

    private MoveOutcome fire() {
        return switch (this) {
            case RECURRING -> new Becomes(RECURRING);
            case WAITING -> new Becomes(SUBMITTED); // P33, P59
            case PAUSED, HELD, SUBMITTED, DELETED -> Refused.NOT_FIRING;
        };
    }

    private static MoveOutcome delete(WorkGoingOn work) {
        return switch (work) {
            case NONE -> new Becomes(DELETED); // P64
            case RUN -> Refused.RUN_IN_PROGRESS; // P65
            case BACKFILL -> Refused.BACKFILL_IN_PROGRESS;
        };
    }

    JobState state() {
        return state;
    }

    boolean isOneTime() {
        return oneTime;
    }

    boolean isSubmitted() {
        return submitted;
    }

    boolean isEditable() {
        return !submitted;
    }

    boolean isResumable() {
        return !oneTime;
    }
}
