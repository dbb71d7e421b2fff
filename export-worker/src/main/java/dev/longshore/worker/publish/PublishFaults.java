package dev.longshore.worker.publish;

/** Fault points of publishing. */
final class PublishFaults {
    /** A file was moved into place, the run does not know yet. */
    static final String FILE_MOVED = "file-moved";

    /** The manifest is in place, the outcome is not committed yet. */
    static final String MANIFEST_WRITTEN = "manifest-written";

    /** The outcome is committed, the staging area is still there. */
    static final String OUTCOME_COMMITTED = "outcome-committed";

    private PublishFaults() {}
}
