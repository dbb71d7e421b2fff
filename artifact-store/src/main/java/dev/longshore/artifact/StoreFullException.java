package dev.longshore.artifact;

/** No space is left, or a quota is used up. Trying again helps once somebody has made room. */
public final class StoreFullException extends ArtifactStoreException {
    private static final long serialVersionUID = 1L;

    StoreFullException(String message, Throwable cause) {
        super(message, cause);
    }
}
