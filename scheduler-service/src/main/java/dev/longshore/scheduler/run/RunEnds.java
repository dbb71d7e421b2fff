package dev.longshore.scheduler.run;

/**
 * Hears of each run that the workers ended, in the transaction that records it, which holds the lock of the job's row.
 * Repeated news of an end are told once; an end that outranks an earlier one is told again.
 */
@FunctionalInterface
public interface RunEnds {
    /** An exception undoes the recording, too; the news come again. */
    void ended(EndedRun run);
}
