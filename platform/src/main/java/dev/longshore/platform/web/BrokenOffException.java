package dev.longshore.platform.web;

/**
 * An answer has begun and cannot be completed. The server closes the connection, so that half an answer never looks
 * whole. Thrown by what writes to a response itself, which must not close the response's stream then.
 */
public final class BrokenOffException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BrokenOffException(String message, Throwable cause) {
        super(message, cause);
    }
}
