package dev.longshore.history.progress;

import java.util.Optional;

/** What a run that has not ended is doing. */
public enum RunPhase {
    /** Nothing yet: for a worker, or for the window to close. */
    WAITING,
    /** Counting and cutting into chunks. */
    PLANNING,
    /** Reading chunks from the source. */
    EXPORTING,
    /** Making files of the exported chunks. */
    ASSEMBLING,
    /** Verifying and writing the manifest. */
    PUBLISHING;

    /** The phase that the facts tell; empty for a run that has ended. */
    public static Optional<RunPhase> of(PhaseFacts facts) {
        if (facts.status().isEnded()) {
            return Optional.empty();
        }
        if (facts.publishingAt() != null) {
            return Optional.of(PUBLISHING);
        }
        if (facts.laidOutAt() != null) {
            return Optional.of(ASSEMBLING);
        }
        if (facts.exportingAt() != null) {
            return Optional.of(EXPORTING);
        }
        boolean counting = facts.plannedAt() == null && facts.planningAt() != null && !facts.waitsForSomethingNamed();
        return Optional.of(counting ? PLANNING : WAITING);
    }
}
