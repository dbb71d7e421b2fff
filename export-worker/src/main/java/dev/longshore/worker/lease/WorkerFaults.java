package dev.longshore.worker.lease;

import dev.longshore.worker.task.TaskKind;

/** The places at which losing a worker is most awkward: names of its fault points. The detail is the task's id. */
public final class WorkerFaults {
    /** A segment is stored, the chunk's result is not committed yet. */
    public static final String SEGMENT_STORED = "segment-stored";

    /** A chunk was written behind others of its run into a file that goes on, its result is not committed yet. */
    public static final String CHUNK_STREAMED = "chunk-streamed";

    /** A file is stored under its private name, its result is not committed yet. */
    public static final String FILE_STORED = "file-stored";

    /** A file was moved into place, others and the manifest are missing. Reached once for each file. */
    public static final String FILE_MOVED = "file-moved";

    /** The manifest is in place, the outcome is not committed yet. */
    public static final String MANIFEST_WRITTEN = "manifest-written";

    /** The outcome is committed, the staging area is still there. */
    public static final String OUTCOME_COMMITTED = "outcome-committed";

    private WorkerFaults() {}

    /** A task of that kind was claimed and nothing has been done about it yet: {@code task-claimed-EXPORT}. */
    public static String claimed(TaskKind kind) {
        return "task-claimed-" + kind.name();
    }
}
