package dev.longshore.platform.web;

/** What was asked for does not exist, or not for this caller; answered with 404. */
public final class NotFoundException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message names what does not exist, for the caller */
    public NotFoundException(String message) {
        super(message);
    }
}
