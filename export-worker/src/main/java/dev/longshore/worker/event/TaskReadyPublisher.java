package dev.longshore.worker.event;

import dev.longshore.events.TaskReady;
import dev.longshore.events.Topics;
import dev.longshore.platform.outbox.Outbox;
import dev.longshore.platform.outbox.OutboxMessage;
import dev.longshore.platform.time.Ids;
import dev.longshore.worker.run.RunId;
import dev.longshore.worker.task.TaskId;
import dev.longshore.worker.task.TaskKind;
import java.time.Instant;

/** Tells the workers that a task is free. A hint only: the claim in the database decides. */
public final class TaskReadyPublisher {
    private final Outbox outbox;

    public TaskReadyPublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    /**
     * @param attempt number of the attempt that would start now, from 1
     * @param readyAt by the database's clock
     */
    public void ready(RunId run, TaskId task, TaskKind kind, int attempt, Instant readyAt) {
        TaskReady message = TaskReady.newBuilder()
                .setRunId(run.toString())
                .setTaskId(task.toString())
                .setKind(TaskKindCodec.wireKind(kind))
                .setAttempt(attempt)
                .setReadyAt(readyAt)
                .build();
        outbox.append(OutboxMessage.of(Ids.timeOrdered(readyAt), Topics.TASKS, run.toString(), message));
    }
}
