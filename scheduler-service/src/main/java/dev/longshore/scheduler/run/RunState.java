package dev.longshore.scheduler.run;

import java.util.EnumSet;
import java.util.Set;

/** How far a run is, as far as the scheduler cares. */
public enum RunState {
    /** Issued; the workers may not have heard of it yet. */
    REQUESTED,
    /** Cut into chunks. */
    PLANNED,
    /** Chunks are being exported or files assembled. */
    RUNNING,
    /** Stopped by a user. */
    CANCELLED,
    /** Ended without an export. */
    FAILED,
    /** The manifest is in place. */
    COMPLETED,
    /** Policy passed over the fire time; never left. */
    SKIPPED;

    /** Whether nothing happens to the run any more. */
    public boolean isEnded() {
        return !EnumSet.of(REQUESTED, PLANNED, RUNNING).contains(this);
    }

    /**
     * The workers let a run end in one way only. Should contradicting news arrive regardless, the stronger end
     * stands whatever the order of arrival: a manifest that exists outranks a failure, a failure outranks a
     * cancellation.
     */
    boolean canBecome(RunState target) {
        return next().contains(target);
    }

    private Set<RunState> next() {
        return switch (this) {
            case REQUESTED -> EnumSet.of(PLANNED, RUNNING, CANCELLED, FAILED, COMPLETED);
            case PLANNED -> EnumSet.of(RUNNING, CANCELLED, FAILED, COMPLETED);
            case RUNNING -> EnumSet.of(CANCELLED, FAILED, COMPLETED);
            case CANCELLED -> EnumSet.of(FAILED, COMPLETED);
            case FAILED -> EnumSet.of(COMPLETED);
            case COMPLETED, SKIPPED -> EnumSet.noneOf(RunState.class);
        };
    }
}
