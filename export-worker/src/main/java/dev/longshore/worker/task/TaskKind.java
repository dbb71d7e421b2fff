package dev.longshore.worker.task;

/** A step of a run that one worker takes on at a time. */
public enum TaskKind {
    /** Waits until the window is closed and cuts it into chunks. */
    PLAN,
    /** Exports one chunk to a segment. */
    EXPORT,
    /** Computes which parts of which segments make which file. Told to others as part of ASSEMBLE. */
    LAY_OUT,
    /** Assembles one file under a private name. */
    ASSEMBLE,
    /** Verifies everything, moves the files into place and writes the manifest. */
    PUBLISH
}
