package dev.longshore.worker.source;

/**
 * Reading the source failed. The message says what happened and what to do, and is safe to show: it never holds row contents,
 * keys or credentials. There is no cause for the same reason: the driver's messages quote values.
 */
public final class SourceFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    SourceFailure(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /** What kind of failure it is; the kind alone decides whether trying again may help. */
    public enum Kind {
        /** The source cannot be reached, went away, is starting, is stopping or is overloaded. */
        SOURCE_UNAVAILABLE(true),
        /** The source took longer than its time limit for one statement. */
        SOURCE_TIMEOUT(true),
        /** The source refuses: view or column missing or of a wrong type, no permission, wrong password. */
        SOURCE_REJECTED_REQUEST(false),
        /** The source cannot read its own data, or sent what cannot be read. */
        SOURCE_DAMAGED(false);

        private final boolean retryable;

        Kind(boolean retryable) {
            this.retryable = retryable;
        }

        public boolean retryable() {
            return retryable;
        }
    }
}
