package dev.longshore.history.run;

import dev.longshore.platform.security.AllowedSources;
import dev.longshore.history.eta.EtaProperties;
import dev.longshore.history.progress.RunStatus;
import dev.longshore.platform.audit.AuditEntry;
import dev.longshore.platform.audit.AuditTrail;
import dev.longshore.platform.time.Micros;
import dev.longshore.platform.web.ConflictException;
import dev.longshore.platform.web.NotFoundException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Runs as users see them. */
@Component
public class RunService {
    private static final Logger log = LoggerFactory.getLogger(RunService.class);

    private final RunDao runs;
    private final AuditTrail audit;
    private final InstantSource clock;
    private final Duration newsLimit;

    RunService(RunDao runs, AuditTrail audit, InstantSource clock, EtaProperties eta) {
        this.runs = runs;
        this.audit = audit;
        this.clock = clock;
        this.newsLimit = eta.newsLimit();
    }

    /** One page of runs. */
    @Transactional(readOnly = true)
    public RunListView list(RunFilter filter, RunOrder order, @Nullable RunCursor cursor, int limit) {
        runs.preferOrderedIndexes();
        List<RunRow> rows = runs.findPage(
                filter,
                cursor != null,
                cursor == null ? null : cursor.position(),
                cursor == null ? null : cursor.firstFactAt(),
                cursor == null ? null : cursor.runId(),
                limit + 1,
                order.sort().expression(),
                order.sort().sqlType(),
                order.direction().beyond(),
                order.direction().keyword());
        boolean more = rows.size() > limit;
        List<RunRow> page = more ? rows.subList(0, limit) : rows;
        return new RunListView(
                views(page), more ? RunCursor.after(page.get(limit - 1), order).encode() : null);
    }

    /** One run, with the tag of the change that made it as it is. */
    @Transactional(readOnly = true)
    public TaggedRun require(UUID runId) {
        RunRow row = requireRow(runId);
        return new TaggedRun(view(row), row.changedIn());
    }

    /** Views of those of the runs that exist and are not deleted, in no order. At most some hundreds. */
    @Transactional(readOnly = true)
    public List<RunView> find(Collection<UUID> runIds) {
        return views(runs.findRuns(runIds.toArray(UUID[]::new)));
    }

    /**
     * Deletes the line of an ended run; its artifacts stay until they are deleted or expire. The line stays deleted when
     * the read model is rebuilt.
     *
     * @throws NotFoundException when there is no such line, or not any more
     * @throws ConflictException when the run has not ended
     */
    @Transactional
    public void delete(UUID runId, String user) {
        RunRow row = requireRow(runId);
        if (!runs.markHidden(runId)) {
            throw new ConflictException(
                    "run-in-progress",
                    "The run is %s; only ended runs can be deleted. Cancel it first.".formatted(row.status()));
        }
        Instant now = Micros.now(clock);
        runs.insertDeletedRun(runId, now, user);
        audit.record(
                AuditEntry.of("RUN_DELETED", "RUN", runId)
                        .named(row.jobTitle())
                        .about(row.source())
                        .with("jobId", row.jobId())
                        .with("status", row.status()),
                now);
        log.info("Line of a run deleted: run={} user={}", runId, user);
    }

    private RunRow requireRow(UUID runId) {
        return runs.findRun(runId).orElseThrow(() -> new NotFoundException("There is no run " + runId));
    }

    private List<RunView> views(List<RunRow> rows) {
        return rows.stream().map(this::view).toList();
    }

    private RunView view(RunRow row) {
        Instant now = Micros.now(clock);
        return RunViewAssembler.view(row, now, newsLimit);
    }

    /**
     * Which runs a list holds; null admits all.
     *
     * @param status any of these
     * @param from requested at or after
     * @param to requested before
     */
    public record RunFilter(
            @Nullable UUID jobId,
            @Nullable List<RunStatus> status,
            @Nullable String source,
            @Nullable String type,
            @Nullable Instant from,
            @Nullable Instant to) {
        public RunFilter {
            status = status == null || status.isEmpty() ? null : List.copyOf(status);
        }

        /** Sources that the caller of this moment may see; null for all. */
        public String @Nullable [] allowedSources() {
            return AllowedSources.ofCaller().orNull();
        }

        public String @Nullable [] statusNames() {
            return status == null ? null : status.stream().map(RunStatus::name).toArray(String[]::new);
        }
    }
}
