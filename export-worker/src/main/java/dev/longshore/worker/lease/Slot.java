package dev.longshore.worker.lease;

/** The place of a task among those that this process works on at the same time. */
@FunctionalInterface
public interface Slot {
    /**
     * Lets another task in although this one has not ended, at most one for each slot: it may then prepare while this one
     * comes to its end. Repeating it is harmless.
     */
    void freeEarly();
}
