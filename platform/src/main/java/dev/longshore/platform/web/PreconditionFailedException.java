package dev.longshore.platform.web;

/** The caller's {@code If-Match} names a version that is no longer the current one; answered with 412 (RFC 9110). */
public final class PreconditionFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param detail what has changed and what to do, for the caller */
    public PreconditionFailedException(String detail) {
        super(detail);
    }
}
