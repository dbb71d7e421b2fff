package dev.longshore.history.ingest;

import static java.util.Objects.requireNonNull;

import dev.longshore.events.ChunkExported;
import dev.longshore.events.Failure;
import dev.longshore.events.FileAssembled;
import dev.longshore.events.RunCompleted;
import dev.longshore.events.RunEvent;
import dev.longshore.events.RunPlanned;
import dev.longshore.events.RunSpecification;
import dev.longshore.events.TaskFailed;
import dev.longshore.events.TaskStarted;
import dev.longshore.history.ingest.ArtifactFactDao.ArtifactFactRow;
import dev.longshore.history.ingest.AttemptFactDao.AmountsRow;
import dev.longshore.history.ingest.AttemptFactDao.AttemptKey;
import dev.longshore.history.ingest.AttemptFactDao.FailureOfAttemptRow;
import dev.longshore.history.ingest.AttemptFactDao.StartRow;
import dev.longshore.history.ingest.RunFactDao.CancelledRow;
import dev.longshore.history.ingest.RunFactDao.CompletionRow;
import dev.longshore.history.ingest.RunFactDao.FailedRow;
import dev.longshore.history.ingest.RunFactDao.FailureRow;
import dev.longshore.history.ingest.RunFactDao.FileNameRow;
import dev.longshore.history.ingest.RunFactDao.LayoutRow;
import dev.longshore.history.ingest.RunFactDao.PlanRow;
import dev.longshore.history.ingest.RunFactDao.RequestedRow;
import dev.longshore.history.ingest.RunFactDao.SkippedRow;
import dev.longshore.history.ingest.RunFactDao.SpecificationRow;
import dev.longshore.history.ingest.RunFactDao.WaitingRow;
import dev.longshore.history.progress.TaskKind;
import dev.longshore.platform.time.Ids;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes facts of runs into the tables of the read model, or of its shadow. Any permutation and repetition of a run's
 * events ends in the same rows. An event whose detail is missing, or whose ids are no UUIDs, throws and ends among the
 * dead letters.
 */
@Component
class RunFactsProjector {
    private static final Logger log = LoggerFactory.getLogger(RunFactsProjector.class);
    private static final String MANIFEST = "manifest.json";

    private final RunFactDao runs;
    private final ArtifactFactDao artifacts;
    private final AttemptProjector attempts;

    RunFactsProjector(RunFactDao runs, ArtifactFactDao artifacts, AttemptProjector attempts) {
        this.runs = runs;
        this.artifacts = artifacts;
        this.attempts = attempts;
    }

    /** @param events of any runs, in any order */
    @Transactional
    public void apply(List<RunEvent> events) {
        FactBatch facts = new FactBatch();
        events.forEach(event -> gather(event, facts));
        if (!events.isEmpty()) {
            facts.write(runs, attempts, artifacts);
        }
    }

    private static void gather(RunEvent event, FactBatch facts) {
        UUID runId = UUID.fromString(event.getRunId());
        UUID jobId = UUID.fromString(event.getJobId());
        facts.touch(runId, jobId, event.getOccurredAt());
        switch (event.getKind()) {
            case RUN_REQUESTED, RUN_SKIPPED, RUN_ACCEPTED -> gatherIntent(runId, event, facts);
            case RUN_WAITING, RUN_PLANNED, FILES_LAID_OUT -> gatherStep(runId, event, facts);
            case TASK_STARTED, TASK_FAILED, CHUNK_EXPORTED, FILE_ASSEMBLED -> gatherAttempt(runId, jobId, event, facts);
            case RUN_COMPLETED, RUN_FAILED, RUN_CANCELLED -> gatherEnd(runId, jobId, event, facts);
            case UNKNOWN -> log.warn("Event of a kind that this version does not know: run={}", runId);
        }
    }

    private static void gatherIntent(UUID runId, RunEvent event, FactBatch facts) {
        Instant at = event.getOccurredAt();
        switch (event.getKind()) {
            case RUN_REQUESTED -> {
                var requested = detail(event.getRequested());
                specified(runId, requested.getSpecification(), facts);
                facts.requests.add(new RequestedRow(runId, at, requested.getRequestedBy()));
            }
            case RUN_SKIPPED -> {
                var skipped = detail(event.getSkipped());
                specified(runId, skipped.getSpecification(), facts);
                facts.skips.add(new SkippedRow(runId, at, skipped.getReason()));
            }
            default -> {
                specified(runId, detail(event.getAccepted()).getSpecification(), facts);
                facts.started(runId, at);
            }
        }
    }

    private static void specified(UUID runId, RunSpecification run, FactBatch facts) {
        facts.specifications.add(specification(runId, run));
        facts.titles.add(run.getJobTitle());
    }

    private static void gatherStep(UUID runId, RunEvent event, FactBatch facts) {
        Instant at = event.getOccurredAt();
        switch (event.getKind()) {
            case RUN_WAITING -> {
                var waiting = detail(event.getWaiting());
                facts.waits.add(new WaitingRow(runId, at, waiting.getReason(), waiting.getUntil()));
            }
            case RUN_PLANNED -> {
                RunPlanned plan = detail(event.getPlanned());
                facts.plans.add(new PlanRow(
                        runId,
                        at,
                        plan.getChunks(),
                        plan.getKeys(),
                        plan.getExpectedRows(),
                        plan.getExpectedBytes(),
                        plan.getClosedThrough(),
                        plan.getWarning()));
            }
            default -> {
                var layout = detail(event.getLaidOut());
                facts.layouts.add(new LayoutRow(runId, at, layout.getFiles(), layout.getRows(), layout.getBytes()));
            }
        }
    }

    private static void gatherAttempt(UUID runId, UUID jobId, RunEvent event, FactBatch facts) {
        Instant at = event.getOccurredAt();
        switch (event.getKind()) {
            case TASK_STARTED -> started(runId, at, detail(event.getTaskStarted()), facts);
            case TASK_FAILED -> failed(runId, at, detail(event.getTaskFailed()), facts);
            case CHUNK_EXPORTED -> exported(runId, at, detail(event.getChunkExported()), facts);
            default -> assembled(runId, jobId, at, detail(event.getFileAssembled()), facts);
        }
    }

    private static void started(UUID runId, Instant at, TaskStarted task, FactBatch facts) {
        TaskKind kind = TaskKind.valueOf(task.getTaskKind().name());
        AttemptKey key = new AttemptKey(
                runId, kind, task.getNumber(), task.getEpoch(), UUID.fromString(task.getTaskId()), task.getWorker());
        facts.attemptsStarted.add(new StartRow(key, at, task.getAttempt()));
        switch (kind) {
            case PLAN -> facts.planning(runId, at);
            case EXPORT -> facts.exporting(runId, at);
            case PUBLISH -> facts.publishing(runId, at);
            case ASSEMBLE, UNKNOWN -> {}
        }
    }

    private static void failed(UUID runId, Instant at, TaskFailed task, FactBatch facts) {
        AttemptKey key = new AttemptKey(
                runId,
                TaskKind.valueOf(task.getTaskKind().name()),
                task.getNumber(),
                task.getEpoch(),
                UUID.fromString(task.getTaskId()),
                task.getWorker());
        facts.attemptsFailed.add(new FailureOfAttemptRow(key, at, failure(task.getFailure()), task.getRetryAt()));
    }

    private static void exported(UUID runId, Instant at, ChunkExported chunk, FactBatch facts) {
        AttemptKey key = new AttemptKey(
                runId,
                TaskKind.EXPORT,
                chunk.getNumber(),
                chunk.getEpoch(),
                UUID.fromString(chunk.getTaskId()),
                chunk.getWorker());
        facts.attemptsStarted.add(new StartRow(key, chunk.getStartedAt(), null));
        facts.attemptsDone.add(new AmountsRow(key, at, chunk.getKeys(), chunk.getRows(), chunk.getBytes()));
        facts.exporting(runId, chunk.getStartedAt());
    }

    private static void assembled(UUID runId, UUID jobId, Instant at, FileAssembled file, FactBatch facts) {
        AttemptKey key = new AttemptKey(
                runId,
                TaskKind.ASSEMBLE,
                file.getNumber(),
                file.getEpoch(),
                UUID.fromString(file.getTaskId()),
                file.getWorker());
        facts.attemptsStarted.add(new StartRow(key, file.getStartedAt(), null));
        facts.attemptsDone.add(new AmountsRow(key, at, 0, file.getRows(), file.getBytes()));
        facts.files.add(new FileNameRow(runId, file.getName()));
        facts.artifacts.add(new ArtifactFactRow(
                Ids.nameBased(runId.toString(), file.getName()),
                runId,
                jobId,
                "FILE",
                file.getNumber(),
                file.getName(),
                file.getMediaType(),
                file.getRows(),
                file.getBytes(),
                file.getSha256(),
                at));
    }

    private static void gatherEnd(UUID runId, UUID jobId, RunEvent event, FactBatch facts) {
        Instant at = event.getOccurredAt();
        switch (event.getKind()) {
            case RUN_COMPLETED -> completed(runId, jobId, at, detail(event.getCompleted()), facts);
            case RUN_FAILED -> {
                var failed = detail(event.getFailed());
                facts.failures.add(new FailedRow(runId, at, failed.getPhase().name(), failure(failed.getFailure())));
            }
            default -> {
                var cancelled = detail(event.getCancelled());
                facts.cancellations.add(new CancelledRow(runId, at, cancelled.getRequestedBy(), cancelled.getReason()));
            }
        }
    }

    private static void completed(UUID runId, UUID jobId, Instant at, RunCompleted completed, FactBatch facts) {
        facts.started(runId, completed.getStartedAt());
        facts.completions.add(new CompletionRow(
                runId,
                at,
                completed.getFolder(),
                completed.getFiles(),
                completed.getRows(),
                completed.getBytes(),
                completed.getPlainBytes(),
                completed.getManifestSha256(),
                completed.getManifestBytes(),
                completed.getExpiresAt()));
        facts.artifacts.add(new ArtifactFactRow(
                Ids.nameBased(runId.toString(), MANIFEST),
                runId,
                jobId,
                "MANIFEST",
                0,
                MANIFEST,
                "application/json",
                null,
                completed.getManifestBytes(),
                completed.getManifestSha256(),
                at));
        facts.published(runId, at);
    }

    private static SpecificationRow specification(UUID runId, RunSpecification run) {
        return new SpecificationRow(
                runId,
                run.getJobVersion(),
                run.getJobTitle(),
                run.getDataset().getSource(),
                run.getDataset().getType(),
                run.getDataset().getEntityTypes(),
                run.getDataset().getDateColumn(),
                run.getTrigger().name(),
                run.getFireTime(),
                run.getTimeZone(),
                run.getWindow().getFrom(),
                run.getWindow().getTo(),
                run.getRetryOf() == null ? null : UUID.fromString(run.getRetryOf()));
    }

    private static FailureRow failure(Failure failure) {
        return new FailureRow(failure.getKind(), failure.getMessage(), failure.getRetryable());
    }

    private static <T> T detail(T detail) {
        return requireNonNull(detail, "the event lacks the detail that its kind names");
    }
}
