package dev.longshore.history.ingest;

import dev.longshore.history.ingest.ArtifactFactDao.ArtifactFactRow;
import dev.longshore.history.ingest.AttemptFactDao.AmountsRow;
import dev.longshore.history.ingest.AttemptFactDao.AttemptKey;
import dev.longshore.history.ingest.AttemptFactDao.FailureOfAttemptRow;
import dev.longshore.history.ingest.AttemptFactDao.StartRow;
import dev.longshore.history.ingest.RunFactDao.CancelledRow;
import dev.longshore.history.ingest.RunFactDao.CompletionRow;
import dev.longshore.history.ingest.RunFactDao.FailedRow;
import dev.longshore.history.ingest.RunFactDao.FileNameRow;
import dev.longshore.history.ingest.RunFactDao.LayoutRow;
import dev.longshore.history.ingest.RunFactDao.MomentRow;
import dev.longshore.history.ingest.RunFactDao.PlanRow;
import dev.longshore.history.ingest.RunFactDao.RequestedRow;
import dev.longshore.history.ingest.RunFactDao.SkippedRow;
import dev.longshore.history.ingest.RunFactDao.SpecificationRow;
import dev.longshore.history.ingest.RunFactDao.TouchedRow;
import dev.longshore.history.ingest.RunFactDao.WaitingRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Facts, gathered by the statement that writes them, so that the facts of hundreds of events cost a dozen round trips.
 * That is one more order in which facts come, and their order makes no difference.
 */
final class FactBatch {
    final List<SpecificationRow> specifications = new ArrayList<>();
    final Set<String> titles = new LinkedHashSet<>();
    final List<RequestedRow> requests = new ArrayList<>();
    final List<SkippedRow> skips = new ArrayList<>();
    final List<WaitingRow> waits = new ArrayList<>();
    final List<PlanRow> plans = new ArrayList<>();
    final List<LayoutRow> layouts = new ArrayList<>();
    final List<FileNameRow> files = new ArrayList<>();
    final List<CompletionRow> completions = new ArrayList<>();
    final List<FailedRow> failures = new ArrayList<>();
    final List<CancelledRow> cancellations = new ArrayList<>();
    final List<StartRow> attemptsStarted = new ArrayList<>();
    final List<FailureOfAttemptRow> attemptsFailed = new ArrayList<>();
    final List<AmountsRow> attemptsDone = new ArrayList<>();
    final List<ArtifactFactRow> artifacts = new ArrayList<>();

    private final Map<UUID, TouchedRow> touched = new LinkedHashMap<>();
    private final Map<UUID, Instant> started = new LinkedHashMap<>();
    private final Map<UUID, Instant> planning = new LinkedHashMap<>();
    private final Map<UUID, Instant> exporting = new LinkedHashMap<>();
    private final Map<UUID, Instant> publishing = new LinkedHashMap<>();
    private final Map<UUID, Instant> published = new LinkedHashMap<>();

    /** Every fact begins with this. */
    void touch(UUID runId, UUID jobId, Instant at) {
        touched.merge(runId, new TouchedRow(runId, jobId, at, at), TouchedRow::and);
    }

    void started(UUID runId, Instant at) {
        keepEarliest(started, runId, at);
    }

    /** The latest attempt at the plan stays. */
    void planning(UUID runId, Instant at) {
        planning.merge(runId, at, (one, other) -> one.isAfter(other) ? one : other);
    }

    void exporting(UUID runId, Instant at) {
        keepEarliest(exporting, runId, at);
    }

    void publishing(UUID runId, Instant at) {
        keepEarliest(publishing, runId, at);
    }

    void published(UUID runId, Instant at) {
        keepEarliest(published, runId, at);
    }

    /** Writes all of them, by a transaction of the caller's. */
    void write(RunFactDao runs, AttemptProjector attempts, ArtifactFactDao artifactFacts) {
        runs.lock(touched.values());
        runs.insertUnlessKnown(touched.values());
        unlessEmpty(specifications, runs::markSpecified);
        unlessEmpty(titles, runs::insertTitles);
        unlessEmpty(requests, runs::markRequested);
        unlessEmpty(skips, runs::markSkipped);
        unlessEmpty(moments(started), runs::markStarted);
        unlessEmpty(waits, runs::markWaiting);
        unlessEmpty(moments(planning), runs::markPlanning);
        unlessEmpty(plans, runs::markPlanned);
        unlessEmpty(moments(exporting), runs::markExporting);
        unlessEmpty(layouts, runs::markLaidOut);
        unlessEmpty(files, runs::markFiles);
        unlessEmpty(moments(publishing), runs::markPublishing);
        unlessEmpty(completions, runs::markCompleted);
        unlessEmpty(failures, runs::markFailed);
        unlessEmpty(cancellations, runs::markCancelled);
        attempts.apply(attemptKeys(), facts -> {
            unlessEmpty(attemptsStarted, facts::markStarted);
            unlessEmpty(attemptsFailed, facts::markFailed);
            unlessEmpty(attemptsDone, facts::markDone);
        });
        unlessEmpty(artifacts, artifactFacts::insertUnlessKnown);
        unlessEmpty(moments(published), artifactFacts::markPublished);
    }

    private Set<AttemptKey> attemptKeys() {
        Set<AttemptKey> keys = new LinkedHashSet<>();
        attemptsStarted.forEach(row -> keys.add(row.key()));
        attemptsFailed.forEach(row -> keys.add(row.key()));
        attemptsDone.forEach(row -> keys.add(row.key()));
        return keys;
    }

    private static void keepEarliest(Map<UUID, Instant> moments, UUID runId, Instant at) {
        moments.merge(runId, at, (one, other) -> one.isBefore(other) ? one : other);
    }

    private static List<MomentRow> moments(Map<UUID, Instant> moments) {
        return moments.entrySet().stream()
                .map(moment -> new MomentRow(moment.getKey(), moment.getValue()))
                .toList();
    }

    private static <T> void unlessEmpty(Collection<T> rows, Consumer<Collection<T>> statement) {
        if (!rows.isEmpty()) {
            statement.accept(rows);
        }
    }
}
