package dev.longshore.scheduler.firing;

import dev.longshore.scheduler.backfill.BackfillQueueService;
import dev.longshore.scheduler.run.RunLedger;

/** One look for runs whose turn it is, for jobs that are due, and then for backfills. Every instance looks; there is no leader. */
final class DueJobScanner {
    private final FiringService firing;
    private final RunLedger runs;
    private final BackfillQueueService backfills;

    DueJobScanner(FiringService firing, RunLedger runs, BackfillQueueService backfills) {
        this.firing = firing;
        this.runs = runs;
        this.backfills = backfills;
    }

    /** @return whether to look again at once */
    boolean scan() {
        if (!firing.mayHaveWork()) {
            return false;
        }
        var started = runs.startWaiting();
        var fired = firing.fireDue();
        return backfills.issueNext() || fired || started;
    }
}
