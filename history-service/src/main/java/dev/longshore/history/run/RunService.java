package dev.longshore.history.run;

import dev.longshore.history.eta.EtaProperties;
import dev.longshore.history.run.RunFilter.FilterBinding;
import dev.longshore.platform.audit.AuditEntry;
import dev.longshore.platform.audit.AuditTrail;
import dev.longshore.platform.security.AllowedSources;
import dev.longshore.platform.time.Micros;
import dev.longshore.platform.web.ConflictException;
import dev.longshore.platform.web.NotFoundException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Runs as users see them. */
@Component
public class RunService {
    private static final Logger log = LoggerFactory.getLogger(RunService.class);

    private static final Comparator<RunRow> NEWEST_FIRST = Comparator.comparing(RunRow::firstFactAt)
            .thenComparing(RunRow::runId)
            .reversed();

    private static final Pattern EXPECTED_ROWS = Pattern.compile(" rows=(\\d+) ");
    /** Runs that are read and sorted for one page: that takes some 50 ms. */
    private static final int MOST_SORTED = 25_000;

    /** Titles that a search is turned into at most. */
    private static final int MOST_TITLES = 1_000;

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
        String @Nullable [] titles = null;
        String pattern = null;
        String searched = filter.title();
        if (searched != null) {
            List<String> found = runs.findTitles(FilterBinding.containing(searched), MOST_TITLES + 1);
            if (found.isEmpty()) {
                return new RunListView(List.of(), null);
            }
            // A text that is in very many titles is in very many runs: then a page is found soon in any order.
            boolean few = found.size() <= MOST_TITLES;
            titles = few ? found.toArray(String[]::new) : null;
            pattern = few ? null : FilterBinding.containing(searched);
        }
        List<RunRow> rows =
                page(new FilterBinding(filter, titles, pattern, AllowedSources.ofCaller()), order, cursor, limit + 1);
        boolean more = rows.size() > limit;
        List<RunRow> page = more ? rows.subList(0, limit) : rows;
        return new RunListView(
                views(page), more ? RunCursor.after(page.get(limit - 1), order).encode() : null);
    }

    private List<RunRow> page(FilterBinding filter, RunOrder order, @Nullable RunCursor cursor, int limit) {
        boolean sorted = isSorted(filter, order);
        runs.preferOrderedIndexes(sorted || filter.filePattern() != null ? "on" : "off");
        PageQuery query = sorted ? runs::findSortedPage : runs::findPage;
        return query.find(
                filter,
                cursor != null,
                cursor == null ? null : cursor.position(),
                cursor == null ? null : cursor.firstFactAt(),
                cursor == null ? null : cursor.runId(),
                limit,
                order.sort().column().expression(),
                order.sort().column().sqlType(),
                order.direction().beyond(),
                order.direction().keyword());
    }

    /**
     * Whether to sort what the filter admits, rather than to walk along the order until enough is found. Sorting few runs
     * takes the same time wherever they are; a walk is quicker as a rule, and very slow when all that the filter admits
     * is at the far end, as failed runs are by their rows. By the time of the request nothing is at one end.
     */
    private boolean isSorted(FilterBinding filter, RunOrder order) {
        if (filter.filter().equals(RunFilter.ALL) || order.sort() == RunSort.REQUESTED_AT) {
            return false;
        }
        Matcher expected = EXPECTED_ROWS.matcher(runs.explainFilter(filter).get(0));
        return expected.find() && Double.parseDouble(expected.group(1)) <= MOST_SORTED;
    }

    /** Either way to a page. */
    @FunctionalInterface
    private interface PageQuery {
        List<RunRow> find(
                FilterBinding filter,
                boolean positioned,
                @Nullable String position,
                @Nullable Instant firstFactAt,
                @Nullable UUID runId,
                int limit,
                String expression,
                String sqlType,
                String beyond,
                String direction);
    }

    /**
     * The latest runs of some jobs.
     *
     * @param jobIds at most some hundreds, each once
     */
    @Transactional(readOnly = true)
    public LatestRunsView latest(List<UUID> jobIds, int perJob) {
        AllowedSources allowed = AllowedSources.ofCaller();
        List<UUID> runIds = runs.findLatest(jobIds.toArray(UUID[]::new), perJob);
        Map<UUID, List<RunRow>> ofJobs = runs.findRuns(runIds.toArray(UUID[]::new)).stream()
                .filter(run -> allowed.permit(run.source()))
                .sorted(NEWEST_FIRST)
                .collect(Collectors.groupingBy(RunRow::jobId));
        return new LatestRunsView(jobIds.stream()
                .map(job -> new LatestRunsView.JobRunsView(job, views(ofJobs.getOrDefault(job, List.of()))))
                .toList());
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
}
