package dev.longshore.platform.web;

/** The request needs an {@code If-Match} header and has none; answered with 428 (RFC 6585). */
public final class PreconditionRequiredException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param detail how to get the value to send, for the caller */
    public PreconditionRequiredException(String detail) {
        super(detail);
    }
}
