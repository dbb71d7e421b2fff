package dev.longshore.platform.messaging;

/** A message that no retry makes readable; it belongs to the dead letters. */
public final class UndecodableMessageException extends RuntimeException {
    public UndecodableMessageException(String message) {
        super(message);
    }

    public UndecodableMessageException(String message, Throwable cause) {
        super(message, cause);
    }
}
