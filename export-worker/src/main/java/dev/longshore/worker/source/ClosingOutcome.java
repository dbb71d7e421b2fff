package dev.longshore.worker.source;

/** Whether transactions that had begun before a {@link Cut} can still add rows dated before it. */
public sealed interface ClosingOutcome {
    /** All of them have ended. */
    record Closed() implements ClosingOutcome {}

    /**
     * Some have not.
     *
     * @param writing whether one that has written, or is prepared for two-phase commit, is still open
     * @param idle number of older transactions that have not written anything yet
     */
    record StillOpen(boolean writing, int idle) implements ClosingOutcome {}
}
