package dev.longshore.standalone.sample;

/** Sizes of texts in bytes: half under 580 B, one in a hundred over 8 KB, a few of 100 KB (log-normal with a capped tail). */
final class TextSizes {

    private static final double LN_MEDIAN = StrictMath.log(580);
    private static final double SIGMA = 1.13;
    private static final int SMALLEST = 12;
    private static final int LARGEST_USUAL = 64 * 1024;
    private static final int RARE = 100 * 1024;
    private static final int ONE_RARE_IN = 20_000;
    private static final int[] QUANTILES = quantiles(4096);

    private TextSizes() {}

    static int next(SampleRandom random) {
        if (random.below(ONE_RARE_IN) == 0) {
            return RARE + random.below(RARE / 4);
        }
        return QUANTILES[random.below(QUANTILES.length)];
    }

    // StrictMath: the same table on every machine, and so the same bytes.
    private static int[] quantiles(int count) {
        var sizes = new int[count];
        for (int i = 0; i < count; i++) {
            double size = StrictMath.exp(LN_MEDIAN + SIGMA * normalQuantile((i + 0.5) / count));
            sizes[i] = (int) Math.min(LARGEST_USUAL, Math.max(SMALLEST, size));
        }
        return sizes;
    }

    /** The inverse of the normal distribution, found by halving on a power series of the distribution itself. */
    private static double normalQuantile(double share) {
        double low = -6;
        double high = 6;
        for (int i = 0; i < 48; i++) {
            double middle = (low + high) / 2;
            if (normalShareBelow(middle) < share) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static double normalShareBelow(double x) {
        double term = x;
        double sum = x;
        for (int i = 1; i < 200 && Math.abs(term) > 1e-17; i++) {
            term *= x * x / (2 * i + 1);
            sum += term;
        }
        return 0.5 + sum * StrictMath.exp(-x * x / 2) / StrictMath.sqrt(2 * StrictMath.PI);
    }
}
