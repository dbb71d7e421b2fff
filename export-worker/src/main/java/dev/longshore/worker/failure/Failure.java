package dev.longshore.worker.failure;

import static java.util.Objects.requireNonNull;

/**
 * Why something failed.
 *
 * @param message for people; never holds secrets or contents of rows
 */
public record Failure(FailureKind kind, String message) {
    public Failure {
        requireNonNull(kind, "failure kind is null");
        requireNonNull(message, "failure message is null");
    }

    /** Whether another attempt can help. */
    public boolean isRetryable() {
        return kind.isRetryable();
    }
}
