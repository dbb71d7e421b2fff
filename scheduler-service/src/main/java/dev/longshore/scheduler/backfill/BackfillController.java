package dev.longshore.scheduler.backfill;

import dev.longshore.platform.web.InvalidRequestException;
import dev.longshore.scheduler.access.MayExport;
import dev.longshore.scheduler.idempotency.RequestKey;
import dev.longshore.scheduler.settings.CommandReader;
import dev.longshore.scheduler.settings.JobId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.security.Principal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/api/v1/jobs/{jobId}/backfills")
@Tag(name = "Backfills", description = "Ranges of the past, exported window by window behind the schedule")
class BackfillController {
    private static final int MAX_LIMIT = 500;

    private final BackfillService backfills;

    BackfillController(BackfillService backfills) {
        this.backfills = backfills;
    }

    /** Body of a request for a backfill, as the API document shows it. */
    @Schema(name = "BackfillRequest", description = "Half-open: from belongs to the range, to does not")
    record RequestedBackfillRequest(
            Instant from,

            @Schema(description = "not in the future") Instant to,

            @Schema(description = "true: answer the windows and take nothing on; false when absent")
            boolean dryRun) {}

    @PostMapping
    @MayExport
    @Operation(
            summary = "Export a range of the past, split by the job's period",
            description =
                    "The range is cut at the fire times inside it, into at most 1,000 windows. They become runs one"
                            + " at a time, in order, with the settings that the job has now, whenever nothing else of the job is at"
                            + " work, waits or is due: the schedule goes first. A window that fails holds up no other. 409 no-period"
                            + " for a one-time job.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = RequestedBackfillRequest.class)))
    @ApiResponse(responseCode = "200", description = "Dry run: what it would be")
    @ApiResponse(responseCode = "202", description = "Taken on")
    ResponseEntity<BackfillView> request(
            @PathVariable UUID jobId,
            @RequestBody JsonNode body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Principal user) {
        var command = CommandReader.backfill(body);
        var id = new JobId(jobId);
        if (command.dryRun()) {
            return ResponseEntity.ok(backfills.plan(id, command.range()));
        }
        var backfill = backfills.request(id, command, RequestKey.of(user.getName(), key, body.toString()));
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/jobs/%s/backfills/%s".formatted(jobId, backfill.id())))
                .body(backfill);
    }

    @GetMapping
    @Operation(summary = "Backfills of a job, newest first, page by page")
    BackfillListView list(
            @PathVariable UUID jobId,
            @RequestParam(required = false) @Schema(description = "nextCursor of the page before") @Nullable
                    UUID cursor,
            @RequestParam(defaultValue = "50") @Schema(minimum = "1", maximum = "500") int limit) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw InvalidRequestException.of("limit", limit, "must be between 1 and %d".formatted(MAX_LIMIT));
        }
        return backfills.list(new JobId(jobId), cursor, limit);
    }

    @GetMapping("/{backfillId}")
    @Operation(summary = "A backfill: its windows, and the runs that they became")
    BackfillView get(@PathVariable UUID jobId, @PathVariable UUID backfillId) {
        return backfills.require(new JobId(jobId), backfillId);
    }

    @PostMapping("/{backfillId}/cancel")
    @MayExport
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Stop a backfill",
            description =
                    "Windows that wait never become runs; a run of it in progress is cancelled; what has completed"
                            + " stays. 409 backfill-ended when nothing is left to cancel.")
    BackfillView cancel(@PathVariable UUID jobId, @PathVariable UUID backfillId, Principal user) {
        return backfills.cancel(new JobId(jobId), backfillId, user.getName());
    }
}
