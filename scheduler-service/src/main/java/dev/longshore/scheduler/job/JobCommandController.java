package dev.longshore.scheduler.job;

import dev.longshore.platform.web.IfMatch;
import dev.longshore.scheduler.access.MayExport;
import dev.longshore.scheduler.idempotency.RequestKey;
import dev.longshore.scheduler.job.CommandBodies.ResumeRequest;
import dev.longshore.scheduler.job.CommandBodies.RunNowRequest;
import dev.longshore.scheduler.job.CommandBodies.SuspendRequest;
import dev.longshore.scheduler.run.RunIssuedView;
import dev.longshore.scheduler.settings.CommandReader;
import dev.longshore.scheduler.settings.JobId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping(JobController.PATH + "/{jobId}")
@MayExport
@Tag(name = "Jobs")
class JobCommandController {
    private final JobCommandService jobs;

    JobCommandController(JobCommandService jobs) {
        this.jobs = jobs;
    }

    @PostMapping("/suspend")
    @Operation(summary = "Stop a job from firing; a run at work goes on")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = SuspendRequest.class)))
    ResponseEntity<JobView> suspend(
            @PathVariable UUID jobId, @RequestBody(required = false) @Nullable JsonNode body, Principal user) {
        var reason = CommandReader.reason(body).orElse(null);
        return tagged(jobs.suspend(new JobId(jobId), reason, user.getName()));
    }

    @PostMapping("/resume")
    @Operation(summary = "Let a suspended recurring job fire again")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = ResumeRequest.class)))
    ResponseEntity<JobView> resume(
            @PathVariable UUID jobId, @RequestBody(required = false) @Nullable JsonNode body, Principal user) {
        return tagged(jobs.resume(new JobId(jobId), CommandReader.missedRuns(body), user.getName()));
    }

    @PostMapping("/runs")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Run a job now; the schedule goes on as before")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = RunNowRequest.class)))
    RunIssuedView runNow(
            @PathVariable UUID jobId,
            @RequestBody(required = false) @Nullable JsonNode body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Principal user) {
        var requestKey = RequestKey.of(user.getName(), key, String.valueOf(body));
        return RunIssuedView.of(jobs.runNow(new JobId(jobId), CommandReader.window(body), requestKey));
    }

    private static ResponseEntity<JobView> tagged(JobView job) {
        return ResponseEntity.ok().eTag(IfMatch.tagOf(job.version())).body(job);
    }
}
