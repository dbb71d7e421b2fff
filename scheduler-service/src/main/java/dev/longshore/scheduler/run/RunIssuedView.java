package dev.longshore.scheduler.run;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;

/** Answer to a request about a run that was accepted and goes on by itself. */
@Schema(name = "RunAccepted")
public record RunIssuedView(UUID runId) {
    public static RunIssuedView of(RunId run) {
        return new RunIssuedView(run.value());
    }
}
