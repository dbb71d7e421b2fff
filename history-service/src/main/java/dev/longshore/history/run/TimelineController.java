package dev.longshore.history.run;

import dev.longshore.platform.web.InvalidRequestException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "runs")
class TimelineController {
    private static final int MOST = 500;

    private final TimelineService timelines;

    TimelineController(TimelineService timelines) {
        this.timelines = timelines;
    }

    @GetMapping("/api/v1/runs/{id}/timeline")
    @Operation(
            operationId = "getTimeline",
            summary = "Phases, chunks, attempts: who, when, how long, what failed",
            description = "All phases are in every page; cursor and limit page the attempts.")
    TimelineView timeline(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "200") int limit) {
        if (limit < 1 || limit > MOST) {
            throw InvalidRequestException.of("limit", limit, "must be between 1 and " + MOST);
        }
        return timelines.timeline(id, cursor, limit);
    }
}
