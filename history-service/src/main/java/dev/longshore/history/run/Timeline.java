package dev.longshore.history.run;

import dev.longshore.history.progress.RunPhase;
import dev.longshore.history.progress.TaskKind;
import dev.longshore.history.run.TimelineView.AttemptView;
import dev.longshore.history.run.TimelineView.Outcome;
import dev.longshore.history.run.TimelineView.PhaseView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads phases and outcomes off the facts of a run. */
final class Timeline {
    private static final double NANOS_PER_SECOND = 1e9;

    private Timeline() {}

    /** Phases that have begun. Each ends where the next one that is known begins, the last with the run. */
    static List<PhaseView> phases(RunRow run) {
        record Begin(RunPhase phase, @Nullable Instant at) {}
        List<Begin> begins = Stream.of(
                        new Begin(RunPhase.WAITING, run.requestedAt() == null ? run.firstFactAt() : run.requestedAt()),
                        new Begin(RunPhase.PLANNING, run.planningAt()),
                        new Begin(RunPhase.EXPORTING, run.exportingAt()),
                        new Begin(RunPhase.ASSEMBLING, run.laidOutAt()),
                        new Begin(RunPhase.PUBLISHING, run.publishingAt()))
                .filter(begin -> begin.at() != null)
                .toList();
        List<PhaseView> phases = new ArrayList<>();
        for (int i = 0; i < begins.size(); i++) {
            Instant start = begins.get(i).at();
            Instant end = i + 1 < begins.size() ? begins.get(i + 1).at() : run.endedAt();
            if (start != null) {
                phases.add(new PhaseView(begins.get(i).phase(), start, end, seconds(start, end)));
            }
        }
        return List.copyOf(phases);
    }

    static AttemptView attempt(RunRow run, TimelineAttemptRow row) {
        Outcome outcome = outcome(run, row);
        Instant end = endOf(run, row, outcome);
        return new AttemptView(
                row.taskKind(),
                row.number(),
                row.attempt(),
                row.epoch(),
                row.worker(),
                outcome,
                row.startedAt(),
                end,
                seconds(row.startedAt(), end),
                row.doneRows() == null ? row.rows() : row.doneRows(),
                row.doneBytes() == null ? row.bytes() : row.doneBytes(),
                failure(row),
                row.retryAt());
    }

    private static Outcome outcome(RunRow run, TimelineAttemptRow row) {
        if (row.doneAt() != null) {
            return Outcome.DONE;
        }
        if (row.failedAt() != null) {
            return Outcome.FAILED;
        }
        if (row.epoch() < row.latestEpoch() || row.taskDone()) {
            return Outcome.LOST;
        }
        if (resultOf(run, row.taskKind()) != null) {
            return Outcome.DONE;
        }
        return run.status().isEnded() ? Outcome.STOPPED : Outcome.RUNNING;
    }

    private static @Nullable Instant endOf(RunRow run, TimelineAttemptRow row, Outcome outcome) {
        return switch (outcome) {
            case DONE -> row.doneAt() == null ? resultOf(run, row.taskKind()) : row.doneAt();
            case FAILED -> row.failedAt();
            case STOPPED -> run.endedAt();
            case RUNNING, LOST -> null;
        };
    }

    /** When the result of a task that the run has only one of was committed: the run's own facts tell. */
    private static @Nullable Instant resultOf(RunRow run, TaskKind kind) {
        return switch (kind) {
            case PLAN -> run.plannedAt();
            case PUBLISH -> run.manifestSha256() == null ? null : run.endedAt();
            case EXPORT, ASSEMBLE, UNKNOWN -> null;
        };
    }

    private static RunView.@Nullable FailureView failure(TimelineAttemptRow row) {
        String kind = row.failureKind();
        String message = row.failureMessage();
        return kind == null || message == null
                ? null
                : new RunView.FailureView(kind, message, Boolean.TRUE.equals(row.failureRetryable()));
    }

    private static @Nullable Double seconds(@Nullable Instant from, @Nullable Instant to) {
        return from == null || to == null ? null : Duration.between(from, to).toNanos() / NANOS_PER_SECOND;
    }
}
