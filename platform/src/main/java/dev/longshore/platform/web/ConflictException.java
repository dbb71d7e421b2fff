package dev.longshore.platform.web;

/** The state of things forbids the request; answered with 409 and a problem type that clients can tell apart. */
public final class ConflictException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String type;

    /**
     * @param type last part of the problem's type, in lower case with hyphens, for example {@code run-in-progress}
     * @param detail what forbids it and what to do, for the caller
     */
    public ConflictException(String type, String detail) {
        super(detail);
        this.type = type;
    }

    public String type() {
        return type;
    }
}
