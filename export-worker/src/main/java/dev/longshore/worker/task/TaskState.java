package dev.longshore.worker.task;

import java.util.EnumSet;
import java.util.Set;

/** Where a task is. */
public enum TaskState {
    /** Not before an instant: a retry that backs off, or a plan that waits for its window to close. */
    WAITING,
    /** Free to be claimed. */
    READY,
    /** A worker holds a lease on it. */
    RUNNING,
    /** Its result is committed. */
    DONE,
    /** Out of attempts, or failed for a reason that no attempt can help. */
    FAILED,
    /** Its run ended before it did. */
    CANCELLED;

    /** Whether a task may go from this state to the target. */
    public boolean canBecome(TaskState target) {
        return next().contains(target);
    }

    /** Whether nothing can change any more. */
    public boolean isFinal() {
        return next().isEmpty();
    }

    private Set<TaskState> next() {
        return switch (this) {
            case WAITING -> EnumSet.of(READY, CANCELLED);
            case READY -> EnumSet.of(RUNNING, CANCELLED);
            // RUNNING to RUNNING: a lease that expired may be claimed before the sweeper saw it.
            case RUNNING -> EnumSet.of(RUNNING, READY, WAITING, DONE, FAILED, CANCELLED);
            case DONE, FAILED, CANCELLED -> EnumSet.noneOf(TaskState.class);
        };
    }
}
