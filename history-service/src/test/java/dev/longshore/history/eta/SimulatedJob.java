package dev.longshore.history.eta;

import java.util.Random;

/**
 * What is the same in all runs of a simulated job.
 *
 * @param slots usual number
 * @param keys usual number
 * @param keysPerChunk of its plan
 * @param keysPerSlotSecond speed of one slot alone
 * @param contention how much slots take from each other: 0 nothing, 1 everything
 * @param rowsPerKey share of keys that become rows
 * @param planBias rows and bytes that come, as a multiple of those that the plan expects
 * @param bytesPerRow average
 * @param bytesPerFile split size
 * @param assemblyShare time that one file of everything takes, by the time that the export takes
 * @param skew how often slower the chunks of the slow stretch are
 */
record SimulatedJob(
        int slots,
        double keys,
        double keysPerChunk,
        double keysPerSlotSecond,
        double contention,
        double rowsPerKey,
        double planBias,
        double bytesPerRow,
        double bytesPerFile,
        double assemblyShare,
        double skew) {
    private static final int[] SLOTS = {1, 2, 2, 4, 8};

    /** A job with the trait of the scenario, if that is one. Runs take 20 s to 10 min. */
    static SimulatedJob of(Scenario scenario, Random random) {
        int slots = SLOTS[random.nextInt(SLOTS.length)];
        if (scenario == Scenario.KILLED) {
            slots = Math.max(2, slots);
        }
        double chunks = Math.ceil(slots * between(random, 3, 40));
        double exportSeconds = Math.exp(between(random, Math.log(20), Math.log(600)));
        double contention = between(random, 0, 0.9);
        double keysPerChunk = between(random, 5_000, 30_000);
        double keys = chunks * keysPerChunk;
        double rowsPerKey = between(random, 0.3, 1);
        double bytesPerRow = between(random, 300, 3_000);
        double bytes = keys * rowsPerKey * bytesPerRow;
        boolean off = scenario == Scenario.MISJUDGED;
        return new SimulatedJob(
                slots,
                keys,
                keysPerChunk,
                keys / exportSeconds / Math.pow(slots, 1 - contention),
                contention,
                rowsPerKey,
                off ? (random.nextBoolean() ? 0.8 : 1.25) : between(random, 0.97, 1.03),
                bytesPerRow,
                bytes / (1 + random.nextInt(12)),
                scenario == Scenario.LONG_ASSEMBLY ? between(random, 0.4, 1.2) : between(random, 0.03, 0.15),
                scenario == Scenario.SKEWED ? between(random, 1.5, 3) : 1);
    }

    static double between(Random random, double least, double most) {
        return least + random.nextDouble() * (most - least);
    }
}
