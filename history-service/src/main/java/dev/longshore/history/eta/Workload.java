package dev.longshore.history.eta;

/**
 * What a run has to do and has done, as the estimator sees it.
 *
 * @param keys keys of the plan
 * @param keysHeld keys of finished chunks and of attempts that hold a chunk now
 * @param chunks chunks of the plan
 * @param chunksHeld chunks that attempts hold now: the workers at work
 * @param exported whether all chunks are exported
 * @param assembledShare share of the files that is made, 0 to 1
 */
record Workload(long keys, long keysHeld, int chunks, long chunksHeld, boolean exported, double assembledShare) {
    long keysLeft() {
        return exported ? 0 : Math.max(0, keys - keysHeld);
    }
}
