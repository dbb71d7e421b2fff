package dev.longshore.worker.segment;

import dev.longshore.artifact.StagedName;

/** A segment in the store is not what was written: the store has lost or changed bytes. Reading it again does not help. */
public final class CorruptSegmentException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CorruptSegmentException(StagedName object, String what) {
        super("segment %s is damaged in the artifact store: %s".formatted(object, what));
    }
}
