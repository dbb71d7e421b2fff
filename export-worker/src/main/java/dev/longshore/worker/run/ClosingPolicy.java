package dev.longshore.worker.run;

/** What to do when the wait for open transactions is over and the window is still open. */
public enum ClosingPolicy {
    /** The run fails. */
    FAIL,
    /** The run goes on and says so. */
    WARN
}
