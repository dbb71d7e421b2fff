package dev.longshore.worker.event;

import dev.longshore.events.ExportCompleted;
import dev.longshore.events.ExportOutcome;
import dev.longshore.events.ExportTotals;
import dev.longshore.events.ExportedJob;
import dev.longshore.events.ExportedRun;
import dev.longshore.events.ManifestReference;
import dev.longshore.events.RunTrigger;
import dev.longshore.events.Topics;
import dev.longshore.platform.outbox.CloudEvent;
import dev.longshore.platform.outbox.Outbox;
import dev.longshore.platform.outbox.OutboxMessage;
import dev.longshore.platform.time.Ids;
import dev.longshore.worker.failure.Failure;
import dev.longshore.worker.run.RunRow;
import dev.longshore.worker.run.RunSettings;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The public contract for systems downstream: one event for each run, however it ended, with the attributes of
 * CloudEvents 1.0 as headers (binary mode). The caller holds the lock of the job's outcome counter, so that events of a
 * job are sent in the order of their sequence numbers.
 */
public final class ExportCompletedPublisher {
    private static final String TYPE = "dev.longshore.export.completed";
    private static final String SOURCE = "/longshore/export-worker";

    private final Outbox outbox;

    public ExportCompletedPublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    /** The manifest is in place; a run without rows counts as EMPTY. */
    public void completed(RunRow run, OutcomeNumber number, CompletionFacts completion) {
        ExportOutcome outcome = completion.rows() == 0 ? ExportOutcome.EMPTY : ExportOutcome.COMPLETED;
        ExportCompleted.Builder event = begin(run, outcome, number, run.acceptedAt())
                .setClosedThrough(completion.closedThrough())
                .setManifest(ManifestReference.newBuilder()
                        .setLocation(completion.manifestLocation())
                        .setSha256(completion.manifestSha256())
                        .build())
                .setTotals(ExportTotals.newBuilder()
                        .setFiles(completion.files())
                        .setRows(completion.rows())
                        .setBytes(completion.bytes())
                        .build())
                .setRecordSchemaId(completion.recordSchemaId())
                .setExpiresAt(completion.expiresAt());
        append(run, event.build());
    }

    /** The run ended without an export. */
    public void failed(RunRow run, OutcomeNumber number, Failure failure) {
        append(
                run,
                begin(run, ExportOutcome.FAILED, number, run.acceptedAt())
                        .setClosedThrough(run.closedThrough())
                        .setFailure(RunEventPublisher.wireFailure(failure))
                        .build());
    }

    /** @param startedAt null when the run was stopped before the workers accepted it */
    public void cancelled(RunRow run, OutcomeNumber number, @Nullable Instant startedAt) {
        append(
                run,
                begin(run, ExportOutcome.CANCELLED, number, startedAt)
                        .setClosedThrough(run.closedThrough())
                        .build());
    }

    private static ExportCompleted.Builder begin(
            RunRow run, ExportOutcome outcome, OutcomeNumber number, @Nullable Instant startedAt) {
        RunSettings settings = run.settings();
        UUID retryOf = settings.retryOf();
        UUID previous = number.previousRun();
        return ExportCompleted.newBuilder()
                .setEventId(Ids.nameBased("export-completed", run.runId().toString(), outcome.name())
                        .toString())
                .setOutcome(outcome)
                .setSequence(number.sequence())
                .setPreviousRunId(previous == null ? null : previous.toString())
                .setOccurredAt(run.readAt())
                .setJob(ExportedJob.newBuilder()
                        .setId(run.jobId().toString())
                        .setVersion(settings.jobVersion())
                        .setTitle(settings.jobTitle())
                        .build())
                .setRun(ExportedRun.newBuilder()
                        .setId(run.runId().toString())
                        .setTrigger(RunTrigger.valueOf(settings.trigger()))
                        .setFireTime(settings.fireTime())
                        .setStartedAt(startedAt)
                        .setFinishedAt(run.readAt())
                        .setRetryOf(retryOf == null ? null : retryOf.toString())
                        .build())
                .setWindow(RunSettingsCodec.windowOf(settings))
                .setDataset(RunSettingsCodec.datasetOf(settings))
                .setTotals(ExportTotals.newBuilder()
                        .setFiles(0)
                        .setRows(0)
                        .setBytes(0)
                        .build())
                .setFormat(settings.format())
                .setCompression(settings.compression())
                .setWindowWarning(run.closingWarning());
    }

    private void append(RunRow run, ExportCompleted event) {
        CloudEvent attributes = new CloudEvent(
                event.getEventId(),
                TYPE,
                SOURCE,
                "jobs/%s/runs/%s".formatted(run.jobId(), run.runId()),
                event.getOccurredAt());
        outbox.append(new OutboxMessage(
                UUID.fromString(event.getEventId()),
                Topics.EXPORT_COMPLETED,
                run.jobId().toString(),
                event,
                attributes.headers()));
    }
}
