package dev.longshore.worker.failure;

/** What went wrong. The kind alone decides whether another attempt can help. */
public enum FailureKind {
    /** The source cannot be reached, shut down or broke the connection. */
    SOURCE_UNAVAILABLE(true),
    /** The source stopped a statement because it took too long. */
    SOURCE_TIMEOUT(true),
    /** The source refused the statement: a view or column is missing, or the role may not read it. */
    SOURCE_REJECTED_REQUEST(false),
    /** The source cannot read its own data, or sent what cannot be read. */
    SOURCE_DAMAGED(false),
    /** Transactions that may still add to the window were open for longer than the run may wait. */
    WINDOW_STILL_OPEN(false),
    /** The artifact store cannot be reached or failed to read or write. */
    STORE_UNAVAILABLE(true),
    /** No space is left in the artifact store. */
    STORE_FULL(true),
    /** A segment or file in the artifact store is gone or not what was written there. */
    STORE_CONTENT_CHANGED(false),
    /** The workers' own database cannot be reached. */
    CONTROL_UNAVAILABLE(true),
    /** The worker that held the task stopped renewing its lease. */
    WORKER_LOST(true),
    /** The worker ran out of memory. */
    WORKER_EXHAUSTED(true),
    /** The run asks for something that this version does not offer. */
    UNSUPPORTED(false),
    /** What was read, kept and published does not agree. */
    COUNTS_DISAGREE(false),
    /** A mistake in Longshore itself. */
    DEFECT(false);

    private final boolean retryable;

    FailureKind(boolean retryable) {
        this.retryable = retryable;
    }

    /** Whether another attempt can help. */
    public boolean isRetryable() {
        return retryable;
    }
}
