package dev.longshore.history.progress;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What tells the phase of a run; each instant is null until its fact is known.
 *
 * @param status status of the run
 * @param waitingAt when the run last said that it cannot go on yet
 * @param waitingFor what it then waited for, in words
 * @param planningAt when the latest attempt at the plan began
 * @param plannedAt when the plan was stored
 * @param exportingAt when the first chunk was begun
 * @param laidOutAt when all chunks were exported
 * @param publishingAt when the first attempt at publishing began
 */
public record PhaseFacts(
        RunStatus status,
        @Nullable Instant waitingAt,
        @Nullable String waitingFor,
        @Nullable Instant planningAt,
        @Nullable Instant plannedAt,
        @Nullable Instant exportingAt,
        @Nullable Instant laidOutAt,
        @Nullable Instant publishingAt) {

    /** Whether the run waits for something that it has named since its plan was last attempted. */
    public boolean waitsForSomethingNamed() {
        return waitingAt != null && (planningAt == null || waitingAt.isAfter(planningAt));
    }
}
