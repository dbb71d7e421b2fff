package dev.longshore.artifact;

/** The store does not answer or refuses access. Trying again may help. */
public final class StoreUnavailableException extends ArtifactStoreException {
    private static final long serialVersionUID = 1L;

    StoreUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
