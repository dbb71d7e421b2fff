package dev.longshore.worker.lease;

import dev.longshore.worker.source.StopSignal;
import dev.longshore.worker.task.Lease;
import dev.longshore.worker.task.TaskKind;

/**
 * What a worker does for one kind of task. Works outside of any transaction and commits its result by compare-and-set on
 * task, epoch and state, so that of two attempts one wins. What it writes before under private names carries the epoch.
 */
public interface TaskStep {
    /** The kind of task that this does. */
    TaskKind kind();

    /**
     * Works on one task.
     *
     * @param stop given when the lease is lost or the worker stops; the step then throws {@link
     *     dev.longshore.worker.source.StoppedException} soon
     * @param slot can be freed before the work ends, when what remains to be done is only to wait for others
     * @throws RuntimeException why the attempt failed; its kind decides whether the task is tried again
     */
    StepOutcome work(Lease lease, StopSignal stop, Slot slot);
}
