package dev.longshore.scheduler.run;

import dev.longshore.scheduler.settings.SettingsView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a run was issued with, as JSON (P72). */
@Schema(name = "RunSettings")
record RunSettingsView(
        UUID runId,
        UUID jobId,

        @Schema(description = "the version of the job that the run names")
        int jobVersion,

        Trigger trigger,
        Instant fireTime,
        RunWindowView window,

        @Schema(nullable = true, description = "the run that it repeats") @Nullable
        UUID retryOf,

        @Schema(description = "may be sent to POST /jobs as it is, unless it runs one time at a start that has passed")
        SettingsView settings) {
    /** Null where the window is open. */
    @Schema(name = "RunWindow", description = "Half-open: from belongs to it, to does not")
    record RunWindowView(
            @Schema(nullable = true) @Nullable Instant from,
            @Schema(nullable = true) @Nullable Instant to) {}
}
