package dev.longshore.worker.failure;

import java.io.Serial;

/** An attempt at a task cannot go on, for a reason that is known and safe to show. */
public final class TaskFailedException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    public TaskFailedException(FailureKind kind, String message) {
        super(message);
        this.failure = new Failure(kind, message);
    }

    public TaskFailedException(FailureKind kind, String message, Throwable cause) {
        super(message, cause);
        this.failure = new Failure(kind, message);
    }

    /** The reason. */
    public Failure failure() {
        return failure;
    }
}
