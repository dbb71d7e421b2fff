package dev.longshore.worker.event;

import dev.longshore.events.RunAccepted;
import dev.longshore.events.RunCancelled;
import dev.longshore.events.RunCompleted;
import dev.longshore.events.RunEvent;
import dev.longshore.events.RunEventKind;
import dev.longshore.events.RunFailed;
import dev.longshore.events.RunPlanned;
import dev.longshore.events.RunWaiting;
import dev.longshore.platform.outbox.Outbox;
import dev.longshore.platform.time.Ids;
import dev.longshore.worker.failure.Failure;
import dev.longshore.worker.run.RunId;
import dev.longshore.worker.run.RunRow;
import dev.longshore.worker.task.TaskKind;
import java.time.Instant;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Facts about runs. Each has an identity derived from what it tells, so that telling it again is harmless. The caller
 * holds the run's row lock: that makes the order in which facts of a run were committed the order in which they are
 * sent.
 */
public final class RunEventPublisher {
    private final Outbox outbox;

    public RunEventPublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    /** The worker's database has the run. */
    public void accepted(RunRow run, String worker) {
        append(
                run,
                RunEventKind.RUN_ACCEPTED,
                builder -> builder.setAccepted(RunAccepted.newBuilder()
                        .setSpecification(RunSettingsCodec.specificationOf(run.settings()))
                        .setWorker(worker)
                        .build()));
    }

    /** @param until when the wait ends at the latest; null when unknown */
    public void waiting(RunRow run, String reason, @Nullable Instant until) {
        append(
                run,
                RunEventKind.RUN_WAITING,
                builder -> builder.setWaiting(RunWaiting.newBuilder()
                        .setReason(reason)
                        .setUntil(until)
                        .build()));
    }

    /** The window is cut into chunks. */
    public void planned(RunRow run, PlanFacts plan) {
        append(
                run,
                RunEventKind.RUN_PLANNED,
                builder -> builder.setPlanned(RunPlanned.newBuilder()
                        .setChunks(plan.chunks())
                        .setKeys(plan.keys())
                        .setExpectedRows(plan.expectedRows())
                        .setExpectedBytes(plan.expectedBytes())
                        .setClosedThrough(plan.closedThrough())
                        .setWarning(plan.warning())
                        .build()));
    }

    /** The manifest is in place. */
    public void completed(RunRow run, CompletionFacts completion) {
        append(
                run,
                RunEventKind.RUN_COMPLETED,
                builder -> builder.setCompleted(RunCompleted.newBuilder()
                        .setStartedAt(run.acceptedAt())
                        .setFolder(completion.folder())
                        .setFiles(completion.files())
                        .setRows(completion.rows())
                        .setBytes(completion.bytes())
                        .setPlainBytes(completion.plainBytes())
                        .setManifestSha256(completion.manifestSha256())
                        .setManifestBytes(completion.manifestBytes())
                        .setClosedThrough(completion.closedThrough())
                        .setExpiresAt(completion.expiresAt())
                        .build()));
    }

    /** The run ended without an export. */
    public void failed(RunRow run, TaskKind phase, Failure failure) {
        append(
                run,
                RunEventKind.RUN_FAILED,
                builder -> builder.setFailed(RunFailed.newBuilder()
                        .setPhase(TaskKindCodec.wireKind(phase))
                        .setFailure(wireFailure(failure))
                        .build()));
    }

    /** A user stopped the run. */
    public void cancelled(RunRow run, String requestedBy, @Nullable String reason) {
        append(run, RunEventKind.RUN_CANCELLED, builder -> builder.setCancelled(cancelled(requestedBy, reason)));
    }

    /**
     * A user stopped a run that the workers have not heard of, and that they will not start any more.
     *
     * @param at when it was asked for
     */
    public void cancelledUnknown(RunId run, UUID job, String requestedBy, @Nullable String reason, Instant at) {
        UUID id = identity(run.value(), RunEventKind.RUN_CANCELLED);
        RunFactPublisher.append(
                outbox,
                id,
                RunEvent.newBuilder()
                        .setEventId(id.toString())
                        .setRunId(run.toString())
                        .setJobId(job.toString())
                        .setOccurredAt(at)
                        .setKind(RunEventKind.RUN_CANCELLED)
                        .setCancelled(cancelled(requestedBy, reason))
                        .build());
    }

    private static RunCancelled cancelled(String requestedBy, @Nullable String reason) {
        return RunCancelled.newBuilder()
                .setRequestedBy(requestedBy)
                .setReason(reason)
                .build();
    }

    static dev.longshore.events.Failure wireFailure(Failure failure) {
        return dev.longshore.events.Failure.newBuilder()
                .setKind(failure.kind().name())
                .setMessage(failure.message())
                .setRetryable(failure.isRetryable())
                .build();
    }

    private void append(RunRow run, RunEventKind kind, UnaryOperator<RunEvent.Builder> detail) {
        RunFactPublisher.append(outbox, identity(run.runId(), kind), run, kind, detail);
    }

    private static UUID identity(UUID runId, RunEventKind kind) {
        return Ids.nameBased("run-event", runId.toString(), kind.name());
    }
}
