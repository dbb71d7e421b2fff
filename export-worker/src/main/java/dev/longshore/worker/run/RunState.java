package dev.longshore.worker.run;

import java.util.EnumSet;
import java.util.Set;

/** How far a run has come on the workers' side. */
public enum RunState {
    /** Accepted; waits for its window to close and is then planned. */
    PLANNING,
    /** Its chunks are exported to segments. */
    EXPORTING,
    /** All segments are there; the files are laid out and assembled. */
    ASSEMBLING,
    /** All files are there under private names; they are verified and moved into place. */
    PUBLISHING,
    /**
     * Sealed: the manifest is about to be written or was written. Too late to cancel and too late to fail: the run is
     * published, however many attempts that takes.
     */
    COMMITTING,
    /** The manifest is in place and the outcome was told. */
    COMPLETED,
    /** Ended without an export. */
    FAILED,
    /** Stopped by a user; nothing of it is published. */
    CANCELLED;

    /** Whether a run may go from this state to the target. */
    public boolean canBecome(RunState target) {
        return next().contains(target);
    }

    /** Whether nothing can change any more. */
    public boolean isFinal() {
        return next().isEmpty();
    }

    private Set<RunState> next() {
        return switch (this) {
            case PLANNING -> EnumSet.of(EXPORTING, PUBLISHING, FAILED, CANCELLED);
            case EXPORTING -> EnumSet.of(ASSEMBLING, FAILED, CANCELLED);
            case ASSEMBLING -> EnumSet.of(PUBLISHING, FAILED, CANCELLED);
            case PUBLISHING -> EnumSet.of(COMMITTING, FAILED, CANCELLED);
            case COMMITTING -> EnumSet.of(COMPLETED);
            case COMPLETED, FAILED, CANCELLED -> EnumSet.noneOf(RunState.class);
        };
    }
}
