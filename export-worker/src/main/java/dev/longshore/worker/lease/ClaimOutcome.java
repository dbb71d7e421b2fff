package dev.longshore.worker.lease;

import dev.longshore.worker.task.Lease;

/** What became of a wish to work on a task. */
sealed interface ClaimOutcome {
    /** The task is ours until the lease expires. */
    record Claimed(Lease lease) implements ClaimOutcome {}

    /** Somebody holds it, finished it or ended its run: expected whenever a message comes twice or late. */
    record Taken() implements ClaimOutcome {}
}
