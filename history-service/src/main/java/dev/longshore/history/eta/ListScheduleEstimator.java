package dev.longshore.history.eta;

import java.util.Arrays;
import java.util.List;

/**
 * List scheduling: whatever slot is free takes the next chunk. Tells how much the slot that is the last to finish has to
 * do, in keys; at the end the others idle.
 */
final class ListScheduleEstimator {
    private static final int PENDING_PLAYED_OUT = 4;

    private ListScheduleEstimator() {}

    /**
     * @param begun keys left in each chunk that a slot is at work on
     * @param pending chunks that no slot has begun, at least 0
     * @param keysPerChunk keys of each of these
     * @param slots slots at work, more than 0; 2.5 lies between two and three
     */
    static double longest(List<Double> begun, double pending, double keysPerChunk, double slots) {
        int fewer = Math.max(1, (int) Math.floor(slots));
        double part = Math.max(0, slots - fewer);
        double withFewer = longestOf(begun, pending, keysPerChunk, fewer);
        return part == 0
                ? withFewer
                : (1 - part) * withFewer + part * longestOf(begun, pending, keysPerChunk, fewer + 1);
    }

    private static double longestOf(List<Double> begun, double pending, double keysPerChunk, int slots) {
        double[] load = new double[Math.max(slots, begun.size())];
        for (int i = 0; i < begun.size(); i++) {
            load[i] = begun.get(i);
        }
        double left = pending;
        // All but the last rounds keep every slot busy, wherever the chunks go.
        double even = Math.floor(left / load.length) - PENDING_PLAYED_OUT;
        double base = 0;
        if (even > 0) {
            base = even * keysPerChunk;
            left -= even * load.length;
        }
        while (left > 0) {
            int free = 0;
            for (int i = 1; i < load.length; i++) {
                free = load[i] < load[free] ? i : free;
            }
            load[free] += Math.min(1, left) * keysPerChunk;
            left -= 1;
        }
        return base + Arrays.stream(load).max().orElse(0);
    }
}
