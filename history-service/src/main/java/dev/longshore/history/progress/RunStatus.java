package dev.longshore.history.progress;

/** Where a run stands in its life. The names are those of the API and of the column {@code run.status}. */
public enum RunStatus {
    /** Issued; perhaps being planned. */
    REQUESTED,
    /** Cut into chunks, none of which a worker has begun. */
    PLANNED,
    /** Workers are on it. */
    RUNNING,
    /** The manifest is in place. */
    COMPLETED,
    /** Ended without an export. */
    FAILED,
    /** Stopped by a user. */
    CANCELLED,
    /** A fire time that policy passed over. */
    SKIPPED;

    /** Whether nothing more will happen. */
    public boolean isEnded() {
        return this == COMPLETED || this == FAILED || this == CANCELLED || this == SKIPPED;
    }
}
