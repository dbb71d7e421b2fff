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
import dev.longshore.history.ingest.AttemptFactDao.AttemptKey;
import dev.longshore.history.ingest.RunFactDao.CompletionRow;
import dev.longshore.history.ingest.RunFactDao.FailureRow;
import dev.longshore.history.ingest.RunFactDao.SpecificationRow;
import dev.longshore.history.progress.TaskKind;
import dev.longshore.platform.time.Ids;
import java.time.Instant;
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

    @Transactional
    public void apply(RunEvent event) {
        UUID runId = UUID.fromString(event.getRunId());
        UUID jobId = UUID.fromString(event.getJobId());
        runs.lock(runId, event.getOccurredAt());
        runs.insertUnlessKnown(runId, jobId, event.getOccurredAt());
        switch (event.getKind()) {
            case RUN_REQUESTED, RUN_SKIPPED, RUN_ACCEPTED -> applyIntent(runId, event);
            case RUN_WAITING, RUN_PLANNED, FILES_LAID_OUT -> applyStep(runId, event);
            case TASK_STARTED, TASK_FAILED, CHUNK_EXPORTED, FILE_ASSEMBLED -> applyAttempt(runId, jobId, event);
            case RUN_COMPLETED, RUN_FAILED, RUN_CANCELLED -> applyEnd(runId, jobId, event);
            case UNKNOWN -> log.warn("Event of a kind that this version does not know: run={}", runId);
        }
    }

    private void applyIntent(UUID runId, RunEvent event) {
        Instant at = event.getOccurredAt();
        switch (event.getKind()) {
            case RUN_REQUESTED -> {
                var requested = detail(event.getRequested());
                specified(runId, requested.getSpecification());
                runs.markRequested(runId, at, requested.getRequestedBy());
            }
            case RUN_SKIPPED -> {
                var skipped = detail(event.getSkipped());
                specified(runId, skipped.getSpecification());
                runs.markSkipped(runId, at, skipped.getReason());
            }
            default -> {
                specified(runId, detail(event.getAccepted()).getSpecification());
                runs.markStarted(runId, at);
            }
        }
    }

    private void specified(UUID runId, RunSpecification run) {
        runs.markSpecified(runId, specification(run));
        runs.insertTitle(run.getJobTitle());
    }

    private void applyStep(UUID runId, RunEvent event) {
        Instant at = event.getOccurredAt();
        switch (event.getKind()) {
            case RUN_WAITING -> {
                var waiting = detail(event.getWaiting());
                runs.markWaiting(runId, at, waiting.getReason(), waiting.getUntil());
            }
            case RUN_PLANNED -> {
                RunPlanned plan = detail(event.getPlanned());
                runs.markPlanned(
                        runId,
                        at,
                        plan.getChunks(),
                        plan.getKeys(),
                        plan.getExpectedRows(),
                        plan.getExpectedBytes(),
                        plan.getClosedThrough(),
                        plan.getWarning());
            }
            default -> {
                var layout = detail(event.getLaidOut());
                runs.markLaidOut(runId, at, layout.getFiles(), layout.getRows(), layout.getBytes());
            }
        }
    }

    private void applyAttempt(UUID runId, UUID jobId, RunEvent event) {
        Instant at = event.getOccurredAt();
        switch (event.getKind()) {
            case TASK_STARTED -> started(runId, at, detail(event.getTaskStarted()));
            case TASK_FAILED -> failed(runId, at, detail(event.getTaskFailed()));
            case CHUNK_EXPORTED -> exported(runId, at, detail(event.getChunkExported()));
            default -> assembled(runId, jobId, at, detail(event.getFileAssembled()));
        }
    }

    private void started(UUID runId, Instant at, TaskStarted task) {
        TaskKind kind = TaskKind.valueOf(task.getTaskKind().name());
        AttemptKey key = new AttemptKey(
                runId, kind, task.getNumber(), task.getEpoch(), UUID.fromString(task.getTaskId()), task.getWorker());
        attempts.apply(key, facts -> facts.markStarted(key, at, task.getAttempt()));
        switch (kind) {
            case PLAN -> runs.markPlanning(runId, at);
            case EXPORT -> runs.markExporting(runId, at);
            case PUBLISH -> runs.markPublishing(runId, at);
            case ASSEMBLE, UNKNOWN -> {}
        }
    }

    private void failed(UUID runId, Instant at, TaskFailed task) {
        AttemptKey key = new AttemptKey(
                runId,
                TaskKind.valueOf(task.getTaskKind().name()),
                task.getNumber(),
                task.getEpoch(),
                UUID.fromString(task.getTaskId()),
                task.getWorker());
        attempts.apply(key, facts -> {
            facts.markFailed(key, at, failure(task.getFailure()), task.getRetryAt());
        });
    }

    private void exported(UUID runId, Instant at, ChunkExported chunk) {
        AttemptKey key = new AttemptKey(
                runId,
                TaskKind.EXPORT,
                chunk.getNumber(),
                chunk.getEpoch(),
                UUID.fromString(chunk.getTaskId()),
                chunk.getWorker());
        attempts.apply(key, facts -> {
            facts.markStarted(key, chunk.getStartedAt(), null);
            facts.markDone(key, at, chunk.getKeys(), chunk.getRows(), chunk.getBytes());
        });
        runs.markExporting(runId, chunk.getStartedAt());
    }

    private void assembled(UUID runId, UUID jobId, Instant at, FileAssembled file) {
        AttemptKey key = new AttemptKey(
                runId,
                TaskKind.ASSEMBLE,
                file.getNumber(),
                file.getEpoch(),
                UUID.fromString(file.getTaskId()),
                file.getWorker());
        attempts.apply(key, facts -> {
            facts.markStarted(key, file.getStartedAt(), null);
            facts.markDone(key, at, 0, file.getRows(), file.getBytes());
        });
        runs.markFile(runId, file.getName());
        artifacts.insertUnlessKnown(new ArtifactFactRow(
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

    private void applyEnd(UUID runId, UUID jobId, RunEvent event) {
        Instant at = event.getOccurredAt();
        switch (event.getKind()) {
            case RUN_COMPLETED -> completed(runId, jobId, at, detail(event.getCompleted()));
            case RUN_FAILED -> {
                var failed = detail(event.getFailed());
                runs.markFailed(runId, at, failed.getPhase().name(), failure(failed.getFailure()));
            }
            default -> {
                var cancelled = detail(event.getCancelled());
                runs.markCancelled(runId, at, cancelled.getRequestedBy(), cancelled.getReason());
            }
        }
    }

    private void completed(UUID runId, UUID jobId, Instant at, RunCompleted completed) {
        runs.markStarted(runId, completed.getStartedAt());
        runs.markCompleted(
                runId,
                new CompletionRow(
                        at,
                        completed.getFolder(),
                        completed.getFiles(),
                        completed.getRows(),
                        completed.getBytes(),
                        completed.getPlainBytes(),
                        completed.getManifestSha256(),
                        completed.getManifestBytes(),
                        completed.getExpiresAt()));
        artifacts.insertUnlessKnown(new ArtifactFactRow(
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
        artifacts.markPublished(runId, at);
    }

    private static SpecificationRow specification(RunSpecification run) {
        return new SpecificationRow(
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
