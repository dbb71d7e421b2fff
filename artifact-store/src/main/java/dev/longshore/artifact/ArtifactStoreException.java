package dev.longshore.artifact;

/** The store could not do what it was asked. Messages name objects, never their content. */
public abstract class ArtifactStoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ArtifactStoreException(String message) {
        super(message);
    }

    ArtifactStoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
