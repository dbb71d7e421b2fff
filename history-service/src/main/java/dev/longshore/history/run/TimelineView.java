package dev.longshore.history.run;

import dev.longshore.history.progress.RunPhase;
import dev.longshore.history.progress.TaskKind;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What happened in a run: its phases, and attempt by attempt who worked on what, when, and what failed.
 *
 * @param runId run
 * @param phases phases that have begun, in order
 * @param items attempts in the order of steps, chunk or file numbers, and epochs
 * @param nextCursor where the next page of attempts begins; null on the last page
 */
record TimelineView(
        UUID runId,
        List<PhaseView> phases,
        List<AttemptView> items,
        @Nullable String nextCursor) {

    /**
     * One phase.
     *
     * @param phase what was done
     * @param startedAt when it began
     * @param endedAt when it ended; null while it lasts
     * @param seconds how long it took; null while it lasts
     */
    record PhaseView(
            RunPhase phase,
            Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable Double seconds) {}

    /**
     * One attempt at one task.
     *
     * @param task what the task does
     * @param number number of the chunk or file, from 1
     * @param attempt number of the attempt, from 1; null when its begin is not known
     * @param epoch rises with each attempt
     * @param worker who
     * @param outcome how it ended, or that it runs
     * @param startedAt when it began; null when not known
     * @param endedAt when it ended; null while it runs and when its end is not known
     * @param seconds how long it took; null where begin or end are
     * @param rows rows that it did
     * @param bytes bytes that it did
     * @param failure what failed; null when nothing did
     * @param retryAt when the task becomes ready again after a failure; null when it does not
     */
    @Schema(name = "TimelineAttempt")
    record AttemptView(
            TaskKind task,
            int number,
            @Nullable Integer attempt,
            long epoch,
            String worker,
            Outcome outcome,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable Double seconds,
            long rows,
            long bytes,
            RunView.@Nullable FailureView failure,
            @Nullable Instant retryAt) {}

    /** How an attempt ended. */
    enum Outcome {
        /** It holds the task. */
        RUNNING,
        /** Its result counts. */
        DONE,
        /** It ended without a result. */
        FAILED,
        /** Another attempt followed, and nothing was heard of how this one ended: its worker was lost. */
        LOST,
        /** The run ended while it held the task. */
        STOPPED
    }
}
