package dev.longshore.scheduler.run;

import dev.longshore.events.CancelRun;
import dev.longshore.events.ClosingPolicy;
import dev.longshore.events.Dataset;
import dev.longshore.events.OutputSettings;
import dev.longshore.events.RunCancelled;
import dev.longshore.events.RunCommand;
import dev.longshore.events.RunCommandKind;
import dev.longshore.events.RunEvent;
import dev.longshore.events.RunEventKind;
import dev.longshore.events.RunRequested;
import dev.longshore.events.RunSkipped;
import dev.longshore.events.RunSpecification;
import dev.longshore.events.RunTrigger;
import dev.longshore.events.StartRun;
import dev.longshore.events.Topics;
import dev.longshore.events.Window;
import dev.longshore.events.WindowClosing;
import dev.longshore.platform.outbox.Outbox;
import dev.longshore.platform.outbox.OutboxMessage;
import dev.longshore.platform.time.Ids;
import dev.longshore.scheduler.run.RunDao.RunRow;
import dev.longshore.scheduler.settings.JobSettings;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Commands and events about runs; the identity of each follows from the run, so that saying it twice is one message. */
final class RunPublisher {
    private static final long BYTES_PER_MB = 1L << 20;

    private final Outbox outbox;
    private final WindowClosing closing;

    RunPublisher(Outbox outbox, WindowClosingProperties closing) {
        this.outbox = outbox;
        this.closing = WindowClosing.newBuilder()
                .setPolicy(
                        closing.policy() == WindowClosingProperties.Policy.WARN
                                ? ClosingPolicy.WARN
                                : ClosingPolicy.FAIL)
                .setGraceMillis(closing.grace().toMillis())
                .setMaxWaitMillis(closing.maxWait().toMillis())
                .build();
    }

    /** The workers are to execute the run. */
    void startRun(RunRow run, JobSettings settings, Instant now) {
        var start = StartRun.newBuilder()
                .setSpecification(specification(run, settings))
                .setClosing(closing)
                .setRequestedBy(run.requestedBy())
                .build();
        send(command(run, RunCommandKind.START_RUN, now).setStartRun(start));
    }

    /** The workers are to stop the run. */
    void cancelRun(RunRow run, String requestedBy, Instant now) {
        var cancel = CancelRun.newBuilder().setRequestedBy(requestedBy).build();
        send(command(run, RunCommandKind.CANCEL_RUN, now).setCancelRun(cancel));
    }

    void requested(RunRow run, JobSettings settings) {
        var requested = RunRequested.newBuilder()
                .setSpecification(specification(run, settings))
                .setRequestedBy(run.requestedBy())
                .build();
        send(event(run, RunEventKind.RUN_REQUESTED, run.requestedAt()).setRequested(requested));
    }

    void skipped(RunRow run, JobSettings settings, String reason) {
        var skipped = RunSkipped.newBuilder()
                .setSpecification(specification(run, settings))
                .setReason(reason)
                .build();
        send(event(run, RunEventKind.RUN_SKIPPED, run.requestedAt()).setSkipped(skipped));
    }

    /** A run that no worker has heard of was cancelled. */
    void cancelled(RunRow run, String requestedBy, @Nullable String reason, Instant now) {
        var cancelled = RunCancelled.newBuilder()
                .setRequestedBy(requestedBy)
                .setReason(reason)
                .build();
        send(event(run, RunEventKind.RUN_CANCELLED, now).setCancelled(cancelled));
    }

    private static RunCommand.Builder command(RunRow run, RunCommandKind kind, Instant now) {
        return RunCommand.newBuilder()
                .setCommandId(identity(run, kind).toString())
                .setRunId(run.runId().toString())
                .setJobId(run.jobId().toString())
                .setIssuedAt(now)
                .setKind(kind);
    }

    private static RunEvent.Builder event(RunRow run, RunEventKind kind, Instant at) {
        return RunEvent.newBuilder()
                .setEventId(identity(run, kind).toString())
                .setRunId(run.runId().toString())
                .setJobId(run.jobId().toString())
                .setOccurredAt(at)
                .setKind(kind);
    }

    private static UUID identity(RunRow run, Enum<?> kind) {
        return Ids.nameBased("scheduler", run.runId().toString(), kind.name());
    }

    private void send(RunCommand.Builder builder) {
        var command = builder.build();
        outbox.append(OutboxMessage.of(
                UUID.fromString(command.getCommandId()), Topics.RUN_COMMANDS, command.getRunId(), command));
    }

    private void send(RunEvent.Builder builder) {
        var event = builder.build();
        outbox.append(
                OutboxMessage.of(UUID.fromString(event.getEventId()), Topics.RUN_EVENTS, event.getRunId(), event));
    }

    private static RunSpecification specification(RunRow run, JobSettings settings) {
        return RunSpecification.newBuilder()
                .setJobVersion(run.jobVersion())
                .setJobTitle(settings.title())
                .setTrigger(RunTrigger.valueOf(run.trigger().name()))
                .setFireTime(run.fireTime())
                .setTimeZone(settings.timeZone().getId())
                .setWindow(Window.newBuilder()
                        .setFrom(run.windowFrom())
                        .setTo(run.windowTo())
                        .build())
                .setDataset(Dataset.newBuilder()
                        .setSource(settings.source())
                        .setType(settings.type())
                        .setEntityTypes(settings.entityTypes().isEmpty() ? null : settings.entityTypes())
                        .setDateColumn(settings.dateColumn())
                        .build())
                .setOutput(output(settings))
                .setRetryOf(run.retryOf() == null ? null : run.retryOf().toString())
                .build();
    }

    private static OutputSettings output(JobSettings settings) {
        var split = settings.output().splitSizeMb();
        var retention = settings.retentionDays();
        return OutputSettings.newBuilder()
                .setFormat(settings.output().format())
                .setCompression(settings.output().compression())
                .setSplitSizeBytes(split.isPresent() ? split.getAsInt() * BYTES_PER_MB : null)
                .setRetentionDays(retention.isPresent() ? retention.getAsInt() : null)
                .build();
    }
}
