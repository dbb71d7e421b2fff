package dev.longshore.artifact;

/** A published file of that name is there with another size than the one to publish. Trying again does not help. */
public final class ConflictingObjectException extends ArtifactStoreException {
    private static final long serialVersionUID = 1L;

    ConflictingObjectException(PublishedName name, long expectedBytes, long actualBytes) {
        super("%s is already there with %d bytes, not %d".formatted(name, actualBytes, expectedBytes));
    }
}
