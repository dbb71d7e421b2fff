package dev.longshore.artifact;

/** An object to publish, or the published file of its name, has another size than expected. Trying again does not help. */
public final class ConflictingObjectException extends ArtifactStoreException {
    private static final long serialVersionUID = 1L;

    ConflictingObjectException(String name, long expectedBytes, long actualBytes) {
        super("%s has %d bytes, not %d".formatted(name, actualBytes, expectedBytes));
    }
}
