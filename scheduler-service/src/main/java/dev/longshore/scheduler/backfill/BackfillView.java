package dev.longshore.scheduler.backfill;

import dev.longshore.scheduler.backfill.BackfillDao.BackfillRow;
import dev.longshore.scheduler.backfill.BackfillDao.RunCountRow;
import dev.longshore.scheduler.backfill.BackfillDao.WindowRow;
import dev.longshore.scheduler.run.RunState;
import dev.longshore.scheduler.settings.JobId;
import dev.longshore.scheduler.window.Window;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A backfill as JSON, or what one would be. */
@Schema(name = "Backfill")
record BackfillView(
        @Schema(nullable = true, description = "null on a dry run: nothing was taken on") @Nullable
        UUID id,

        UUID jobId,

        @Schema(description = "version of the job that all its runs use: the one when it was asked for")
        int jobVersion,

        Instant from,
        Instant to,

        @Schema(
                nullable = true,
                description = "OPEN while windows wait for their turn, ISSUED when every window has become a run,"
                        + " CANCELLED when it was stopped before; null on a dry run")
        @Nullable
        BackfillState state,

        @Schema(nullable = true, description = "who or what stopped it; null while nobody did") @Nullable
        String stoppedReason,

        int windowCount,
        RunCountsView runs,

        @Schema(nullable = true, description = "null on a dry run") @Nullable
        String requestedBy,

        @Schema(nullable = true, description = "null on a dry run") @Nullable
        Instant requestedAt,

        @Schema(description = "in order; together the range, without gap or overlap; empty in lists")
        List<BackfillWindowView> windows) {
    static BackfillView planned(JobId job, int version, Window.Interval range, List<Window.Interval> windows) {
        var views = new ArrayList<BackfillWindowView>();
        for (var window : windows) {
            views.add(new BackfillWindowView(views.size() + 1, window.from(), window.to(), null, null));
        }
        return new BackfillView(
                null,
                job.value(),
                version,
                range.from(),
                range.to(),
                null,
                null,
                windows.size(),
                new RunCountsView(windows.size(), 0, 0, 0, 0),
                null,
                null,
                views);
    }

    /** @param counts of this backfill, and perhaps of others */
    static BackfillView of(BackfillRow row, List<RunCountRow> counts, List<WindowRow> windows) {
        var own = counts.stream()
                .filter(count -> count.backfillId().equals(row.backfillId()))
                .toList();
        return new BackfillView(
                row.backfillId(),
                row.jobId(),
                row.jobVersion(),
                row.rangeFrom(),
                row.rangeTo(),
                row.state(),
                row.stoppedReason(),
                row.windowCount(),
                RunCountsView.of(row, own),
                row.requestedBy(),
                row.requestedAt(),
                windows.stream().map(BackfillWindowView::of).toList());
    }

    /** How far its runs are. */
    @Schema(name = "BackfillRuns", description = "how many of its windows are how far")
    record RunCountsView(
            @Schema(description = "windows that have not become runs yet; 0 when it was cancelled")
            int waiting,

            @Schema(description = "runs that have not ended")
            int inProgress,

            int completed,
            int failed,
            int cancelled) {
        static RunCountsView of(BackfillRow row, List<RunCountRow> counts) {
            return new RunCountsView(
                    row.state() == BackfillState.OPEN ? row.windowCount() - row.windowsIssued() : 0,
                    counts.stream()
                            .filter(count -> !count.state().isEnded())
                            .mapToInt(RunCountRow::runs)
                            .sum(),
                    in(RunState.COMPLETED, counts),
                    in(RunState.FAILED, counts),
                    in(RunState.CANCELLED, counts));
        }

        private static int in(RunState state, List<RunCountRow> counts) {
            return counts.stream()
                    .filter(count -> count.state() == state)
                    .mapToInt(RunCountRow::runs)
                    .sum();
        }
    }

    /** A window of it. */
    @Schema(name = "BackfillWindow", description = "Half-open: from belongs to it, to does not")
    record BackfillWindowView(
            @Schema(description = "place in the order, from 1")
            int number,

            Instant from,
            Instant to,

            @Schema(nullable = true, description = "the run that it became; null while it waits") @Nullable
            UUID runId,

            @Schema(nullable = true, description = "of that run") @Nullable
            RunState status) {
        static BackfillWindowView of(WindowRow row) {
            return new BackfillWindowView(row.number(), row.windowFrom(), row.windowTo(), row.runId(), row.runState());
        }
    }
}
