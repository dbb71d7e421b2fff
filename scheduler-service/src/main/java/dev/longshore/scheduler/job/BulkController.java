package dev.longshore.scheduler.job;

import dev.longshore.scheduler.access.MayExport;
import dev.longshore.scheduler.job.CommandBodies.BulkDeleteRequest;
import dev.longshore.scheduler.job.CommandBodies.BulkResumeRequest;
import dev.longshore.scheduler.job.CommandBodies.BulkSuspendRequest;
import dev.longshore.scheduler.settings.CommandReader;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping(JobController.PATH)
@MayExport
@Tag(name = "Jobs")
class BulkController {
    private static final String EACH =
            "Each job by itself, in the order of the ids: one that refuses holds up no other. The answer says for each what"
                    + " became of it. Repeating the command is harmless.";

    private final BulkCommands commands;

    BulkController(BulkCommands commands) {
        this.commands = commands;
    }

    @PostMapping("/suspend")
    @Operation(summary = "Stop up to 100 jobs from firing", description = EACH)
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = BulkSuspendRequest.class)))
    BulkResultView suspend(@RequestBody JsonNode body, Principal user) {
        return commands.suspend(CommandReader.suspension(body), user.getName());
    }

    @PostMapping("/resume")
    @Operation(summary = "Let up to 100 suspended recurring jobs fire again", description = EACH)
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = BulkResumeRequest.class)))
    BulkResultView resume(@RequestBody JsonNode body, Principal user) {
        return commands.resume(CommandReader.resumption(body), user.getName());
    }

    @PostMapping("/delete")
    @Operation(
            summary = "Delete up to 100 jobs; their history and artifacts stay until they expire",
            description = EACH)
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = BulkDeleteRequest.class)))
    BulkResultView delete(@RequestBody JsonNode body, Principal user) {
        return commands.delete(CommandReader.deletion(body), user.getName());
    }
}
