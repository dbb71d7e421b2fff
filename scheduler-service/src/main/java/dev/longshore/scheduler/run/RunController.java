package dev.longshore.scheduler.run;

import dev.longshore.scheduler.access.MayExport;
import dev.longshore.scheduler.idempotency.RequestKey;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/runs/{runId}")
@Tag(
        name = "Runs",
        description = "Commands to runs, and the settings that they had; their history is another service's")
class RunController {
    private final RunLedger runs;
    private final RunSettingsService settings;

    RunController(RunLedger runs, RunSettingsService settings) {
        this.runs = runs;
        this.settings = settings;
    }

    @GetMapping("/settings")
    @Operation(
            summary = "The settings that a run was issued with",
            description =
                    "Those of the job's version that the run names, whatever was edited since; also after the job was"
                            + " deleted. Sent to POST /jobs they make a clone of that very instance.")
    RunSettingsView settings(@PathVariable UUID runId) {
        return settings.require(new RunId(runId));
    }

    @PostMapping("/cancel")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Stop a run; nothing of it is published")
    @MayExport
    RunIssuedView cancel(@PathVariable UUID runId, Principal user) {
        runs.cancel(new RunId(runId), user.getName());
        return new RunIssuedView(runId);
    }

    @PostMapping("/retry")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Run the window and settings of an ended run again, as a new run")
    @MayExport
    RunIssuedView retry(
            @PathVariable UUID runId,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Principal user) {
        return RunIssuedView.of(runs.retry(new RunId(runId), RequestKey.of(user.getName(), key, "")));
    }
}
