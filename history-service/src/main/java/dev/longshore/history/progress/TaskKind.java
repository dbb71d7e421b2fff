package dev.longshore.history.progress;

/** A step of a run that one worker takes on at a time. The names are those of the events. */
public enum TaskKind {
    /** A step that this version does not know. */
    UNKNOWN,
    /** Cuts the run into chunks. */
    PLAN,
    /** Exports one chunk. */
    EXPORT,
    /** Makes one file. */
    ASSEMBLE,
    /** Writes the manifest. */
    PUBLISH
}
