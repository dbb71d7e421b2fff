package dev.longshore.scheduler.job;

import dev.longshore.platform.web.IfMatch;
import dev.longshore.scheduler.access.JobAccess;
import dev.longshore.scheduler.access.MayExport;
import dev.longshore.scheduler.idempotency.RequestKey;
import dev.longshore.scheduler.settings.JobId;
import dev.longshore.scheduler.settings.SettingsView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.security.Principal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping(JobController.PATH)
@Tag(name = "Jobs", description = "What to export and when")
class JobController {
    static final String PATH = "/api/v1/jobs";

    private final JobService jobs;
    private final JobCommandService commands;
    private final JobListService lists;
    private final JobAccess access;

    JobController(JobService jobs, JobCommandService commands, JobListService lists, JobAccess access) {
        this.jobs = jobs;
        this.commands = commands;
        this.lists = lists;
        this.access = access;
    }

    @GetMapping
    @Operation(summary = "Jobs, filtered, sorted, page by page")
    JobListView list(
            @RequestParam(required = false) @Nullable String source,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Schema(allowableValues = {"ACTIVE", "SUSPENDED"}) @Nullable String state,
            @RequestParam(required = false) @Schema(description = "part of the title or description") @Nullable
                    String q,
            @RequestParam(required = false)
                    @Schema(
                            description =
                                    "up to three fields, each with - in front for descending: title, source,"
                                            + " type, state, lastRun.status, lastRun.at, nextFireTime, createdBy, createdAt, updatedAt")
                    @Nullable
                    String sort,
            @RequestParam(required = false) @Schema(description = "nextCursor of the page before") @Nullable
                    String cursor,
            @RequestParam(required = false)
                    @Schema(type = "integer", minimum = "1", maximum = "500", defaultValue = "50")
                    @Nullable
                    String limit) {
        return lists.list(new JobListRequest(source, type, state, q, sort, cursor, limit));
    }

    @PostMapping
    @MayExport
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Save a new job")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = SettingsView.class)))
    ResponseEntity<JobView> create(
            @RequestBody JsonNode body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Principal user) {
        access.requireSourceOf(body);
        var job = jobs.create(body, RequestKey.of(user.getName(), key, body.toString()));
        return ResponseEntity.created(URI.create(PATH + "/" + job.id()))
                .eTag(IfMatch.tagOf(job.version()))
                .body(job);
    }

    @GetMapping("/{jobId}")
    @Operation(summary = "A job")
    ResponseEntity<JobView> get(@PathVariable UUID jobId) {
        return tagged(jobs.require(new JobId(jobId)));
    }

    @PutMapping("/{jobId}")
    @MayExport
    @Operation(summary = "Save a new version of a job; If-Match holds the ETag of the version that was edited")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = SettingsView.class)))
    ResponseEntity<JobView> update(
            @PathVariable UUID jobId,
            @RequestBody JsonNode body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Principal user) {
        access.requireSourceOf(body);
        return tagged(jobs.update(new JobId(jobId), body, IfMatch.of(ifMatch, "job"), user.getName()));
    }

    @DeleteMapping("/{jobId}")
    @MayExport
    @Operation(summary = "Delete a job; its history and artifacts stay until they expire")
    @ApiResponse(responseCode = "204")
    ResponseEntity<Void> delete(@PathVariable UUID jobId, Principal user) {
        commands.delete(new JobId(jobId), user.getName());
        return ResponseEntity.noContent().build();
    }

    private static ResponseEntity<JobView> tagged(JobView job) {
        return ResponseEntity.ok().eTag(IfMatch.tagOf(job.version())).body(job);
    }
}
