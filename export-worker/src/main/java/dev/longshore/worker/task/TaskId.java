package dev.longshore.worker.task;

import static java.util.Objects.requireNonNull;

import dev.longshore.platform.time.Ids;
import dev.longshore.worker.run.RunId;
import java.util.UUID;

/** Identity of a task: the same for the same step of the same run, whoever plans it. */
public record TaskId(UUID value) {
    public TaskId {
        requireNonNull(value, "task id is null");
    }

    /** The identity of a step of a run. */
    public static TaskId of(RunId run, TaskKind kind, int number) {
        return new TaskId(Ids.nameBased("task", run.toString(), kind.name(), Integer.toString(number)));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
