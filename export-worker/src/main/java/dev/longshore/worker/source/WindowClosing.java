package dev.longshore.worker.source;

/**
 * Tells when a window is closed: rows are dated when their transaction begins but appear when it ends, so a window that is read
 * as soon as its time is over lacks what was still in flight. Take a cut once the source's clock has passed the window's end
 * (plus a grace where applications date rows by their own clocks), then ask until every transaction begun before it has ended.
 */
public interface WindowClosing {
    /**
     * Takes a cut. Must be asked on the primary: a standby knows transactions only once it has replayed them. Throws
     * {@link SourceFailure}.
     */
    Cut takeCut();

    /** Whether all transactions begun before the cut have ended. Throws {@link SourceFailure}. */
    ClosingOutcome ask(Cut cut);
}
