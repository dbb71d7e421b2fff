package dev.longshore.scheduler.job;

import dev.longshore.scheduler.settings.SettingsView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A version of a job as JSON; never changes. */
@Schema(name = "JobVersion")
record JobVersionView(
        UUID jobId,
        int version,

        @Schema(description = "who saved it") String createdBy,
        Instant createdAt,

        @Schema(description = "may be sent to POST /jobs to make a clone, or to PUT to make it current again")
        SettingsView settings) {
    /** A page of versions. */
    @Schema(name = "JobVersionList")
    record JobVersionListView(
            @Schema(description = "newest first") List<JobVersionView> items,

            @Schema(nullable = true, description = "null on the last page") @Nullable
            String nextCursor) {}
}
