package dev.longshore.worker.task;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task as the workers' database has it.
 *
 * @param attempt attempts begun so far; a claim makes it one more
 * @param worker who holds or held it last
 */
public record TaskRow(
        UUID taskId,
        UUID runId,
        TaskKind kind,
        int number,
        TaskState state,
        long epoch,
        int attempt,
        @Nullable String worker,
        @Nullable Instant startedAt) {
    /** Identity of the task. */
    public TaskId id() {
        return new TaskId(taskId);
    }
}
