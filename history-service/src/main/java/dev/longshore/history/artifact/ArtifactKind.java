package dev.longshore.history.artifact;

/** What an artifact is. */
enum ArtifactKind {
    /** One output file. */
    FILE,
    /** The list of a run's files. */
    MANIFEST
}
