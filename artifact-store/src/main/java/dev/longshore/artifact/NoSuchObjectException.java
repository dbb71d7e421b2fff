package dev.longshore.artifact;

/** The object that was asked for is not there: never written, deleted, or its retention is over. */
public final class NoSuchObjectException extends ArtifactStoreException {
    private static final long serialVersionUID = 1L;

    NoSuchObjectException(String name) {
        super("no such object: " + name);
    }
}
