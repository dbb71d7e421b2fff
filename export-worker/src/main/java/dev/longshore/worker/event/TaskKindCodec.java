package dev.longshore.worker.event;

import dev.longshore.worker.task.TaskKind;

/** The kinds of task as others know them. */
final class TaskKindCodec {
    private TaskKindCodec() {}

    static dev.longshore.events.TaskKind wireKind(TaskKind kind) {
        return switch (kind) {
            case PLAN -> dev.longshore.events.TaskKind.PLAN;
            case EXPORT -> dev.longshore.events.TaskKind.EXPORT;
            case LAY_OUT, ASSEMBLE -> dev.longshore.events.TaskKind.ASSEMBLE;
            case PUBLISH -> dev.longshore.events.TaskKind.PUBLISH;
        };
    }
}
