package dev.longshore.platform.messaging;

/** The schema registry does not answer. Nothing is lost: the caller tries again. */
public final class RegistryUnavailableException extends RuntimeException {
    public RegistryUnavailableException(String message) {
        super(message);
    }

    public RegistryUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
