package dev.longshore.standalone.sample;

import java.util.List;
import java.util.SplittableRandom;

/** The random choices of one row, from a seed of its own: rows can be made in any order and by any thread. */
final class SampleRandom {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final int PER_MILLE = 1000;

    private final SplittableRandom random;

    SampleRandom(long seed, long table, long index) {
        random = new SplittableRandom(seed + GOLDEN_GAMMA * (2 * index + 1) + (table << 56));
    }

    boolean perMille(int chance) {
        return random.nextInt(PER_MILLE) < chance;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    long below(long bound) {
        return random.nextLong(bound);
    }

    double share() {
        return random.nextDouble();
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    void fill(byte[] bytes) {
        random.nextBytes(bytes);
    }
}
