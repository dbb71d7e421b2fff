package dev.longshore.history.rebuild;

/** Where a rebuild stands. The names are those of the API and of the column {@code rebuild.state}. */
enum RebuildState {
    /** The old read model serves; the new one is being made. */
    RUNNING,
    /** The new read model serves. */
    COMPLETED,
    /** The old read model serves on; the reason is told. */
    FAILED,
    /** Stopped by a user; the old read model serves on. */
    CANCELLED
}
