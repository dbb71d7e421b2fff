package dev.longshore.standalone;

/** The start was refused; the message says why and what to do, in one line for the person at the prompt. */
final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }

    UsageException(String message, Throwable cause) {
        super(message, cause);
    }
}
