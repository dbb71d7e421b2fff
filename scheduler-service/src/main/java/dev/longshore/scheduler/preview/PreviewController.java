package dev.longshore.scheduler.preview;

import dev.longshore.platform.web.InvalidRequestException;
import dev.longshore.scheduler.access.JobAccess;
import dev.longshore.scheduler.chain.ChainLedger;
import dev.longshore.scheduler.clock.DatabaseClock;
import dev.longshore.scheduler.settings.JobId;
import dev.longshore.scheduler.settings.JobRequestReader;
import dev.longshore.scheduler.settings.SettingsView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@Tag(name = "Jobs")
class PreviewController {
    private static final int MAX_COUNT = 100;

    private final JobRequestReader reader;
    private final ChainLedger chains;
    private final DatabaseClock clock;
    private final JobAccess access;

    PreviewController(JobRequestReader reader, ChainLedger chains, DatabaseClock clock, JobAccess access) {
        this.reader = reader;
        this.chains = chains;
        this.clock = clock;
        this.access = access;
    }

    @PostMapping("/api/v1/jobs/preview")
    @Operation(summary = "The next fire times and windows of a job, saved or not")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = SettingsView.class)))
    PreviewView preview(
            @RequestBody JsonNode body,
            @RequestParam(defaultValue = "10") @Schema(minimum = "1", maximum = "100") int count) {
        if (count < 1 || count > MAX_COUNT) {
            throw InvalidRequestException.of("count", count, "must be between 1 and %d".formatted(MAX_COUNT));
        }
        access.requireSourceOf(body);
        var now = clock.now();
        var job = reader.read(body, now);
        var chainEnd = job.hasChain()
                ? savedAs(body).filter(id -> access.permitsJob(id.value())).flatMap(chains::findEnd)
                : Optional.<Instant>empty();
        return PreviewPlanner.preview(job, now, chainEnd, count);
    }

    /** A saved job is sent with its id: its windows go on from those that it exported. */
    private static Optional<JobId> savedAs(JsonNode body) {
        try {
            return Optional.of(body.path("id"))
                    .filter(JsonNode::isString)
                    .map(id -> new JobId(UUID.fromString(id.asString())));
        } catch (IllegalArgumentException e) {
            throw InvalidRequestException.of("id", body.path("id"), "must be the id of the job, or absent");
        }
    }
}
