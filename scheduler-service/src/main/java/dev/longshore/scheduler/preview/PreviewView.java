package dev.longshore.scheduler.preview;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The next fire times of a job.
 *
 * @param notes what an administrator may not expect, in words
 */
@Schema(name = "Preview")
record PreviewView(List<FireTimeView> fireTimes, List<String> notes) {
    /** @param local the instant in the job's zone, with offset and zone */
    @Schema(name = "FireTime")
    record FireTimeView(
            Instant at,

            @Schema(example = "2026-10-25T02:30+01:00[Europe/Rome]")
            String local,

            WindowView window) {}

    /** Null where the window is open. */
    @Schema(name = "Window", description = "Half-open: from belongs to it, to does not")
    record WindowView(
            @Schema(nullable = true) @Nullable Instant from,
            @Schema(nullable = true) @Nullable Instant to) {}
}
