package dev.longshore.scheduler.run;

/** Tells the scheduler of this process that a run may be due, once the current transaction has committed. */
@FunctionalInterface
public interface FiringSignal {
    /** Cheap; saying it in vain is harmless, and not saying it costs one polling interval. */
    void mayBeDue();
}
