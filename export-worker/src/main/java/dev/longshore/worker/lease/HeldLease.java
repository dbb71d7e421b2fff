package dev.longshore.worker.lease;

import dev.longshore.worker.source.StopSignal;
import dev.longshore.worker.task.Lease;

/** A lease that this process holds, with the signal that stops the work on it. Safe for use by many threads. */
final class HeldLease {
    private final Lease lease;
    private final StopSignal stop = new StopSignal();
    private volatile long renewedNanos;
    private volatile boolean lost;

    /** @param grantedNanos reading of the monotonic clock before the lease was asked for */
    HeldLease(Lease lease, long grantedNanos) {
        this.lease = lease;
        this.renewedNanos = grantedNanos;
    }

    Lease lease() {
        return lease;
    }

    StopSignal stop() {
        return stop;
    }

    /** @param askedNanos reading of the monotonic clock before the renewal was asked for */
    void renewed(long askedNanos) {
        renewedNanos = askedNanos;
    }

    long nanosSinceRenewal(long nowNanos) {
        return nowNanos - renewedNanos;
    }

    /** Stops the work: the task is or may soon be somebody else's. */
    void lose() {
        lost = true;
        stop.stop();
    }

    boolean isLost() {
        return lost;
    }
}
