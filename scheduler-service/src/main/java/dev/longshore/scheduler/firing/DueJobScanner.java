package dev.longshore.scheduler.firing;

import dev.longshore.scheduler.run.RunLedger;

/** One look for runs whose turn it is and for jobs that are due. Every instance looks; there is no leader. */
final class DueJobScanner {
    private final FiringService firing;
    private final RunLedger runs;

    DueJobScanner(FiringService firing, RunLedger runs) {
        this.firing = firing;
        this.runs = runs;
    }

    /** @return whether to look again at once */
    boolean scan() {
        var started = runs.startWaiting();
        return firing.fireDue() || started;
    }
}
