package dev.longshore.platform.web;

/** The caller is known and may not do this; answered with 403 and a problem type that clients can tell apart. */
public final class ForbiddenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String type;

    /**
     * @param type last part of the problem's type, in lower case with hyphens, for example {@code not-with-a-token}
     * @param detail what is missing and who has it, for the caller
     */
    public ForbiddenException(String type, String detail) {
        super(detail);
        this.type = type;
    }

    public String type() {
        return type;
    }
}
