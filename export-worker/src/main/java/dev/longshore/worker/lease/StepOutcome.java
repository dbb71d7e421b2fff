package dev.longshore.worker.lease;

/** How an attempt ended that did not fail. */
public enum StepOutcome {
    /** Its result is committed. */
    FINISHED,
    /** It is put off until something outside has happened. */
    PUT_OFF,
    /** Somebody else won, or the run ended: the result was dropped. */
    SUPERSEDED
}
