package dev.longshore.history.run;

import dev.longshore.history.progress.RunStatus;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.util.MultiValueMap;
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
    private static final String LIST_SUMMARY = "Active and ended runs, newest first unless sorted otherwise";
    private static final String LIST_DESCRIPTION =
            "Instants bound half-open intervals (from and to that of the request), "
                    + "amounts closed ones; a run that has no start, end, rows or bytes yet is in no interval of them. status, "
                    + "source, type and trigger may be repeated. q is a part of the job's title, file a part of the name of a "
                    + "file (its number in a split set is not told apart). sort is one of requestedAt, fireTime, startedAt, "
                    + "endedAt, duration, jobTitle, source, type, status, rows, bytes, fileName; a leading - means descending.";

    private final RunService runs;

    RunController(RunService runs) {
        this.runs = runs;
    }

    @GetMapping
    @Operation(operationId = "listRuns", summary = LIST_SUMMARY, description = LIST_DESCRIPTION)
    RunListView list(
            @RequestParam(required = false) @Nullable UUID jobId,
            @RequestParam(required = false) @Nullable List<RunStatus> status,
            @RequestParam(required = false) @Nullable List<String> source,
            @RequestParam(required = false) @Nullable List<String> type,
            @RequestParam(required = false) @Nullable List<String> trigger,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String file,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable Instant startedFrom,
            @RequestParam(required = false) @Nullable Instant startedTo,
            @RequestParam(required = false) @Nullable Instant endedFrom,
            @RequestParam(required = false) @Nullable Instant endedTo,
            @RequestParam(required = false) @Nullable Long minSeconds,
            @RequestParam(required = false) @Nullable Long maxSeconds,
            @RequestParam(required = false) @Nullable Long minRows,
            @RequestParam(required = false) @Nullable Long maxRows,
            @RequestParam(required = false) @Nullable Long minBytes,
            @RequestParam(required = false) @Nullable Long maxBytes,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> given) {
        ListQuery query = new ListQuery(given.keySet());
        query.anyOf(jobId, status, source, type, trigger);
        query.texts(q, file);
        query.requested(from, to);
        query.started(startedFrom, startedTo);
        query.ended(endedFrom, endedTo);
        query.duration(minSeconds, maxSeconds);
        query.amounts(minRows, maxRows, minBytes, maxBytes);
        query.limit(limit);
        RunFilter filter = query.filter();
        RunOrder order = RunOrder.parse(sort);
        return runs.list(filter, order, cursor == null ? null : RunCursor.decode(cursor, order), limit);
    }

    @GetMapping("/latest")
    @Operation(
            operationId = "listLatestRuns",
            summary = "The latest runs of up to 100 jobs, newest first",
            description = "perJob is the number of runs of each job, 1 to 50.")
    LatestRunsView latest(@RequestParam List<UUID> jobId, @RequestParam(defaultValue = "14") int perJob) {
        ListQuery.checkLatest(jobId.size(), perJob);
        return runs.latest(jobId.stream().distinct().toList(), perJob);
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
