package dev.longshore.scheduler.job;

import dev.longshore.scheduler.settings.JobId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Jobs")
class MissedController {
    private final MissedService missed;

    MissedController(MissedService missed) {
        this.missed = missed;
    }

    @GetMapping(JobController.PATH + "/{jobId}/missed")
    @Operation(
            summary = "What a suspended job would have to catch up with if it were resumed now",
            description = "None for a job that is active: it deals with fire times by its own policy.")
    MissedView missed(@PathVariable UUID jobId) {
        return missed.of(new JobId(jobId));
    }
}
