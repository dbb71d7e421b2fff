package dev.longshore.worker.lease;

import dev.longshore.worker.task.TaskKind;

/** Fault points of the task mechanism. */
final class TaskFaults {
    private TaskFaults() {}

    /** A task of that kind was claimed and nothing has been done about it yet. */
    static String claimed(TaskKind kind) {
        return "task-claimed-" + kind.name();
    }
}
