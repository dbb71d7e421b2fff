package dev.longshore.history.eta;

import dev.longshore.history.access.HistoryAccess;
import dev.longshore.platform.security.AllowedSources;
import dev.longshore.platform.web.FieldProblem;
import dev.longshore.platform.web.InvalidRequestException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "runs")
class EtaQualityController {
    private static final int MOST = 500;

    private final EtaQualityService quality;
    private final HistoryAccess access;

    EtaQualityController(EtaQualityService quality, HistoryAccess access) {
        this.quality = quality;
        this.access = access;
    }

    @GetMapping("/api/v1/runs/eta-quality")
    @Operation(
            operationId = "getEtaQuality",
            summary = "How good the estimates of the latest completed runs were, of one job or of all",
            description = "limit is the number of runs looked back on, 20 unless given.")
    EtaQualityView get(
            @RequestParam(required = false) @Nullable UUID jobId, @RequestParam(defaultValue = "20") int limit) {
        if (limit < 1 || limit > MOST) {
            throw new InvalidRequestException(
                    List.of(new FieldProblem("limit", limit, "must be between 1 and " + MOST)));
        }
        if (jobId == null || !access.permitsRunsOfJob(jobId)) {
            AllowedSources.ofCaller().requireAll("Name a job that you may see as jobId.");
        }
        return quality.latest(jobId, limit);
    }
}
