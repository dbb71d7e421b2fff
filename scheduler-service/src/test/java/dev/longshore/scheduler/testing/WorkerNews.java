package dev.longshore.scheduler.testing;

import dev.longshore.events.Failure;
import dev.longshore.events.RunCancelled;
import dev.longshore.events.RunCommand;
import dev.longshore.events.RunCompleted;
import dev.longshore.events.RunEvent;
import dev.longshore.events.RunEventKind;
import dev.longshore.events.RunFailed;
import dev.longshore.events.RunPlanned;
import dev.longshore.events.TaskKind;
import dev.longshore.events.TaskStarted;
import java.time.Instant;

/** What workers say about a run that they were told to start. */
public record WorkerNews(RunCommand command) {
    private static final Instant AT = Instant.parse("2026-11-23T12:00:00Z");

    public RunEvent planned() {
        return event(RunEventKind.RUN_PLANNED)
                .setPlanned(RunPlanned.newBuilder()
                        .setChunks(3)
                        .setKeys(60_000)
                        .setClosedThrough(AT)
                        .build())
                .build();
    }

    public RunEvent exporting() {
        return event(RunEventKind.TASK_STARTED)
                .setTaskStarted(TaskStarted.newBuilder()
                        .setTaskId(command.getRunId())
                        .setTaskKind(TaskKind.EXPORT)
                        .setNumber(1)
                        .setEpoch(1)
                        .setWorker("worker-a")
                        .setAttempt(1)
                        .build())
                .build();
    }

    public RunEvent completed() {
        return event(RunEventKind.RUN_COMPLETED)
                .setCompleted(RunCompleted.newBuilder()
                        .setStartedAt(AT)
                        .setFolder("runs/a")
                        .setFiles(1)
                        .setRows(10)
                        .setBytes(1000)
                        .setPlainBytes(1000)
                        .setManifestSha256("00")
                        .setManifestBytes(100)
                        .setClosedThrough(AT)
                        .build())
                .build();
    }

    public RunEvent failed() {
        return event(RunEventKind.RUN_FAILED)
                .setFailed(RunFailed.newBuilder()
                        .setPhase(TaskKind.EXPORT)
                        .setFailure(Failure.newBuilder()
                                .setKind("SOURCE_UNAVAILABLE")
                                .setMessage("The source does not answer")
                                .setRetryable(true)
                                .build())
                        .build())
                .build();
    }

    public RunEvent cancelled() {
        return event(RunEventKind.RUN_CANCELLED)
                .setCancelled(RunCancelled.newBuilder().setRequestedBy("ann").build())
                .build();
    }

    private RunEvent.Builder event(RunEventKind kind) {
        return RunEvent.newBuilder()
                .setEventId(TopicReader.eventId(command.getRunId(), kind))
                .setRunId(command.getRunId())
                .setJobId(command.getJobId())
                .setOccurredAt(AT)
                .setKind(kind);
    }
}
