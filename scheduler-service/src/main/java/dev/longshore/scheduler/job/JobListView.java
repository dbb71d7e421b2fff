package dev.longshore.scheduler.job;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of jobs. */
@Schema(name = "JobList")
record JobListView(
        List<JobView> items,

        @Schema(nullable = true, description = "null on the last page") @Nullable
        String nextCursor) {}
