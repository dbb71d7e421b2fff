package dev.longshore.worker.lease;

import dev.longshore.worker.event.TaskReadyPublisher;
import dev.longshore.worker.run.RunRow;
import dev.longshore.worker.task.TaskDao;
import dev.longshore.worker.task.TaskId;
import dev.longshore.worker.task.TaskKind;

/** Adds steps to a run, free to be claimed. Part of the caller's transaction, which holds the run's row lock. */
public final class FreeTasks {
    private final TaskDao tasks;
    private final TaskReadyPublisher ready;

    FreeTasks(TaskDao tasks, TaskReadyPublisher ready) {
        this.tasks = tasks;
        this.ready = ready;
    }

    /** Adds a step unless the run has it already. */
    public void add(RunRow run, TaskKind kind, int number) {
        TaskId task = TaskId.of(run.id(), kind, number);
        if (tasks.insert(task.value(), run.runId(), kind, number)) {
            ready.ready(run.id(), task, kind, 1, run.readAt());
        }
    }
}
