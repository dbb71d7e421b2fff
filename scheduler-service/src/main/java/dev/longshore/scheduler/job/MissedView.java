package dev.longshore.scheduler.job;

import dev.longshore.scheduler.job.MissedFireTimes.Missed;
import dev.longshore.scheduler.settings.JobSettings;
import dev.longshore.scheduler.window.Window;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a job would have to catch up with if it were resumed now.
 *
 * @param count missed fire times, at most 1,000
 * @param more whether there are more than were counted
 * @param fireTimes the first 100 of them, in rising order
 * @param latest window of the run for the latest of them; null when none was missed
 * @param merged window of one run for all of them; null when none was missed
 */
@Schema(name = "MissedFireTimes")
record MissedView(
        int count,
        boolean more,
        List<MissedRunView> fireTimes,
        @Schema(nullable = true) @Nullable MissedWindowView latest,
        @Schema(nullable = true) @Nullable MissedWindowView merged) {
    private static final int SHOWN = 100;

    /** @param at when it was due */
    @Schema(name = "MissedFireTime")
    record MissedRunView(Instant at, MissedWindowView window) {}

    /** Null where the window is open. */
    @Schema(name = "MissedWindow", description = "Half-open: from belongs to it, to does not")
    record MissedWindowView(
            @Schema(nullable = true) @Nullable Instant from,
            @Schema(nullable = true) @Nullable Instant to) {
        private static MissedWindowView of(Window window) {
            return new MissedWindowView(
                    window.start().orElse(null), window.end().orElse(null));
        }
    }

    static MissedView of(MissedFireTimes missed, JobSettings job) {
        return new MissedView(
                missed.fires().size(),
                missed.hasMore(),
                missed.fires().stream().limit(SHOWN).map(MissedView::view).toList(),
                missed.latest(job).map(MissedWindowView::of).orElse(null),
                missed.merged().map(MissedWindowView::of).orElse(null));
    }

    private static MissedRunView view(Missed missed) {
        return new MissedRunView(missed.fireTime(), MissedWindowView.of(missed.window()));
    }
}
