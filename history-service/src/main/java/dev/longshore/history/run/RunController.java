package dev.longshore.history.run;

import dev.longshore.history.progress.RunStatus;
import dev.longshore.history.run.RunService.RunFilter;
import dev.longshore.platform.web.FieldProblem;
import dev.longshore.platform.web.InvalidRequestException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/runs")
@Tag(name = "runs")
class RunController {
    private static final int MOST = 500;

    private final RunService runs;

    RunController(RunService runs) {
        this.runs = runs;
    }

    @GetMapping
    @Operation(
            operationId = "listRuns",
            summary = "Active and ended runs, newest first unless sorted otherwise",
            description = "from and to bound the time of the request, half-open. sort is one of requestedAt, fireTime, "
                    + "startedAt, endedAt, duration, jobTitle, source, type, status, rows, bytes; a leading - means "
                    + "descending.")
    RunListView list(
            @RequestParam(required = false) @Nullable UUID jobId,
            @RequestParam(required = false) @Nullable List<RunStatus> status,
            @RequestParam(required = false) @Nullable String source,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        List<FieldProblem> problems = new ArrayList<>();
        if (limit < 1 || limit > MOST) {
            problems.add(new FieldProblem("limit", limit, "must be between 1 and " + MOST));
        }
        if (from != null && to != null && !from.isBefore(to)) {
            problems.add(new FieldProblem("to", to, "must be after from"));
        }
        if (!problems.isEmpty()) {
            throw new InvalidRequestException(problems);
        }
        RunOrder order = RunOrder.parse(sort);
        RunCursor begin = cursor == null ? null : RunCursor.decode(cursor, order);
        return runs.list(new RunFilter(jobId, status, source, type, from, to), order, begin, limit);
    }

    @GetMapping("/{id}")
    @Operation(operationId = "getRun", summary = "One run")
    ResponseEntity<RunView> get(@PathVariable UUID id) {
        TaggedRun run = runs.require(id);
        return ResponseEntity.ok().eTag(run.tag()).body(run.run());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PreAuthorize("hasAnyRole('EXPORTER', 'ADMIN')")
    @Operation(operationId = "deleteRun", summary = "Deletes the line of an ended run; its artifacts stay")
    void delete(@PathVariable UUID id, Principal user) {
        runs.delete(id, user.getName());
    }
}
