package dev.longshore.scheduler.job;

import dev.longshore.scheduler.settings.MissedRuns;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The bodies of commands to a job, as the API document shows them. */
final class CommandBodies {
    private CommandBodies() {}

    /** Body of a suspension. */
    @Schema(name = "Suspension")
    record SuspendRequest(
            @Schema(nullable = true, maxLength = 500) @Nullable
            String reason) {}

    /** Body of a resumption. */
    @Schema(name = "Resumption")
    record ResumeRequest(
            @Schema(
                    nullable = true,
                    description = "what becomes of runs missed meanwhile; the job's own policy when absent")
            @Nullable
            MissedRuns missedRuns) {}

    /** Body of a run by hand. */
    @Schema(name = "RunNow")
    record RunNowRequest(
            @Schema(description = "the window that the job would have if it were due now, when absent") @Nullable
            WindowRequest window) {}

    /** Body of a suspension of many jobs. */
    @Schema(name = "BulkSuspension")
    record BulkSuspendRequest(
            @Schema(description = "1 to 100, each once") List<UUID> ids,

            @Schema(nullable = true, maxLength = 500) @Nullable
            String reason) {}

    /** Body of a resumption of many jobs. */
    @Schema(name = "BulkResumption")
    record BulkResumeRequest(
            @Schema(description = "1 to 100, each once") List<UUID> ids,

            @Schema(
                    nullable = true,
                    description = "what becomes of runs missed meanwhile; each job's own policy when absent")
            @Nullable
            MissedRuns missedRuns) {}

    /** Body of a deletion of many jobs. */
    @Schema(name = "BulkDeletion")
    record BulkDeleteRequest(
            @Schema(description = "1 to 100, each once") List<UUID> ids) {}

    /** A window to be exported. */
    @Schema(name = "WindowRequest", description = "Half-open: from belongs to it, to does not")
    record WindowRequest(
            Instant from,
            @Schema(description = "not in the future") Instant to) {}
}
