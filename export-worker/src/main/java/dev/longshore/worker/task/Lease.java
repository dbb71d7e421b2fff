package dev.longshore.worker.task;

import dev.longshore.worker.run.RunId;
import java.time.Instant;

/**
 * The right to work on a task, until it expires or is lost.
 *
 * @param number of the chunk or file, from 1; 1 where there is only one
 * @param epoch rises with each grant and fences whoever held the task before
 * @param attempt from 1; being stopped or handed back does not count
 * @param grantedAt by the database's clock
 */
public record Lease(
        TaskId task, RunId run, TaskKind kind, int number, long epoch, int attempt, String worker, Instant grantedAt) {
    @Override
    public String toString() {
        return "run=%s task=%s kind=%s number=%d epoch=%d attempt=%d"
                .formatted(run, task, kind, number, epoch, attempt);
    }
}
