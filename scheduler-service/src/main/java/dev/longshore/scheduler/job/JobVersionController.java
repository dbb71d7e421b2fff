package dev.longshore.scheduler.job;

import dev.longshore.platform.web.IfMatch;
import dev.longshore.platform.web.InvalidRequestException;
import dev.longshore.scheduler.job.JobVersionView.JobVersionListView;
import dev.longshore.scheduler.settings.JobId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(JobController.PATH + "/{jobId}/versions")
@Tag(name = "Jobs")
class JobVersionController {
    private static final int MAX_LIMIT = 500;

    private final JobVersionService versions;

    JobVersionController(JobVersionService versions) {
        this.versions = versions;
    }

    @GetMapping
    @Operation(summary = "Versions of a job, newest first, page by page; every edit makes one")
    JobVersionListView list(
            @PathVariable UUID jobId,
            @RequestParam(required = false) @Schema(description = "nextCursor of the page before") @Nullable
                    Integer cursor,
            @RequestParam(defaultValue = "50") @Schema(minimum = "1", maximum = "500") int limit) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw InvalidRequestException.of("limit", limit, "must be between 1 and %d".formatted(MAX_LIMIT));
        }
        return versions.list(new JobId(jobId), cursor == null ? Integer.MAX_VALUE : cursor, limit);
    }

    @GetMapping("/{version}")
    @Operation(
            summary = "A version of a job",
            description = "What the job's settings were; sent to POST /jobs they make a clone.")
    ResponseEntity<JobVersionView> get(@PathVariable UUID jobId, @PathVariable int version) {
        return ResponseEntity.ok().eTag(IfMatch.tagOf(version)).body(versions.require(new JobId(jobId), version));
    }
}
