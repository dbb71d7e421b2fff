package dev.longshore.worker.lease;

import java.time.Duration;

/**
 * What a lease means.
 *
 * @param lease how long it lasts without being renewed
 * @param maxAttempts attempts at one task before its run fails
 * @param untakenAfter how long a task may be free before it is told of again
 */
record LeaseTerms(Duration lease, int maxAttempts, Duration untakenAfter) {
    /** How long a worker that cannot renew still trusts its lease: two thirds, so that it stops before others start. */
    Duration trust() {
        return lease.multipliedBy(2).dividedBy(3);
    }
}
