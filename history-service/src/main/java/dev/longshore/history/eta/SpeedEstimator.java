package dev.longshore.history.eta;

import java.util.OptionalDouble;

/**
 * How quickly one slot exports, from what a run has shown and what the job's past runs have. The average of the run is
 * steady but late to notice a change, its recent speed the reverse: the more the two differ, the less that is noise, and
 * the more the recent one counts. The past counts while the run is young.
 */
final class SpeedEstimator {
    private static final double RECENT_SHARE = 0.046;
    private static final double LEAST_RECENT_SECONDS = 3;
    private static final double MOST_RECENT_SECONDS = 120;
    private static final double SLOT_SECONDS = 3;
    private static final double LEAST_WEIGHT = 0.13;
    private static final double NOISE = 0.1;
    private static final double SLOPE = 2;
    private static final double MOST_WEIGHT = 0.9;
    private static final double PAST = 0.04;
    private static final double LARGEST_STEP = 4;
    private static final double RAMP_SECONDS = 3;
    private static final double CONTENTION = 0.6;

    private SpeedEstimator() {}

    /**
     * @param before what was known before; NONE at first
     * @param seconds since then, or since the first chunk was begun
     * @param keysHeld keys held now
     * @param live slots at work now
     * @param usualSlots slots that the job usually has; empty when unknown
     * @param length probable length of the whole run in seconds
     */
    static Speed observe(
            Speed before, double seconds, double keysHeld, int live, OptionalDouble usualSlots, double length) {
        if (seconds <= 0) {
            return before;
        }
        double slots = slots(before, seconds, live, usualSlots);
        double slotSeconds = capacity(slots) * seconds;
        double fading = Math.exp(
                -seconds / Math.min(MOST_RECENT_SECONDS, Math.max(LEAST_RECENT_SECONDS, RECENT_SHARE * length)));
        double keys = keysHeld - before.keysHeld();
        double most = before.keys() > 0
                ? LARGEST_STEP * slotSeconds * before.keys() / before.slotSeconds()
                : Double.POSITIVE_INFINITY;
        if (keys < 0 || (live == 0 && keys == 0)) {
            // A lost attempt takes its keys back out, which tells nothing of the speed; nor does a run without workers.
            // Keys that came though no slot is at work now were exported by slots that are between two chunks.
            return new Speed(
                    keysHeld,
                    slots,
                    before.keys(),
                    before.slotSeconds(),
                    before.seconds(),
                    before.recentKeys(),
                    before.recentSlotSeconds());
        }
        double exported = Math.min(keys, most);
        return new Speed(
                keysHeld,
                slots,
                before.keys() + exported,
                before.slotSeconds() + slotSeconds,
                before.seconds() + seconds,
                before.recentKeys() * fading + exported,
                before.recentSlotSeconds() * fading + slotSeconds);
    }

    private static double slots(Speed before, double seconds, int live, OptionalDouble usualSlots) {
        if (live == 0) {
            return before.slots() > 0 ? before.slots() : usualSlots.orElse(1);
        }
        double smooth =
                live >= before.slots() ? live : live + (before.slots() - live) * Math.exp(-seconds / SLOT_SECONDS);
        // At the very beginning the slots take their first chunks one after the other.
        boolean beginning = before.seconds() + seconds < RAMP_SECONDS;
        return beginning ? Math.max(smooth, usualSlots.orElse(0)) : smooth;
    }

    /**
     * What so many slots do together, as a multiple of one alone. They share a source and perhaps a machine, so twice as
     * many are not twice as quick.
     */
    static double capacity(double slots) {
        return Math.pow(Math.max(1, slots), 1 - CONTENTION);
    }

    /**
     * Keys that one slot exports in a second, from now on; empty when neither the run nor the past shows any.
     *
     * @param keys keys of the whole run
     */
    static OptionalDouble keysPerSlotSecond(Speed speed, double keys, JobPast past) {
        double share = capacity(speed.slots()) / Math.max(1, speed.slots());
        OptionalDouble history = past.keysPerSecondAlone(Math.max(1, speed.slots()));
        if (speed.keys() <= 0 || speed.slotSeconds() <= 0) {
            return history.isEmpty() ? history : OptionalDouble.of(history.getAsDouble() * share);
        }
        double shown = shown(speed);
        if (history.isEmpty()) {
            return OptionalDouble.of(shown * share);
        }
        double usual = keys / history.getAsDouble();
        double trust = speed.slotSeconds() / (speed.slotSeconds() + PAST * usual);
        return OptionalDouble.of(
                share * Math.exp(trust * Math.log(shown) + (1 - trust) * Math.log(history.getAsDouble())));
    }

    private static double shown(Speed speed) {
        double average = speed.keys() / speed.slotSeconds();
        double recent = speed.recentKeys() / speed.recentSlotSeconds();
        if (recent <= 0) {
            return average;
        }
        double departure = Math.log(recent / average);
        double weight = Math.min(MOST_WEIGHT, LEAST_WEIGHT + SLOPE * Math.max(0, Math.abs(departure) - NOISE));
        return average * Math.exp(weight * departure);
    }
}
