package dev.longshore.history.eta;

import java.util.ArrayList;
import java.util.List;

/**
 * How the work of a job is spread over its keys: where records are longer, or the source slower, keys take more. Learned
 * from past runs as the share of the export's slot time that had gone by at each tenth of the keys.
 *
 * @param shares at 0, 10, ... 100 % of the keys; rises from 0 to 1
 */
record Pace(double[] shares) {
    static final int TENTHS = 10;

    private static final double SHRINK = 2;

    static final Pace EVEN = new Pace(even());

    /** The median over the runs at each tenth, the less runs the closer to an even pace. */
    static Pace of(List<PastRun> runs) {
        List<PastRun> seen =
                runs.stream().filter(run -> run.tenths().size() == TENTHS).toList();
        if (seen.isEmpty()) {
            return EVEN;
        }
        double trust = seen.size() / (seen.size() + SHRINK);
        double[] shares = even();
        for (int tenth = 1; tenth < TENTHS; tenth++) {
            int at = tenth - 1;
            double[] sorted = seen.stream()
                    .mapToDouble(run -> run.tenths().get(at) / run.tenths().get(TENTHS - 1))
                    .sorted()
                    .toArray();
            double median = (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
            shares[tenth] = Math.max(shares[tenth - 1], trust * median + (1 - trust) * shares[tenth]);
        }
        return new Pace(shares);
    }

    /** Work that is done, in keys of average cost. */
    double workAt(double keysDone, double keys) {
        if (keys <= 0) {
            return 0;
        }
        double place = Math.min(1, Math.max(0, keysDone / keys)) * TENTHS;
        int tenth = (int) Math.min(TENTHS - 1, Math.floor(place));
        return keys * (shares[tenth] + (place - tenth) * (shares[tenth + 1] - shares[tenth]));
    }

    /**
     * Slot seconds that had gone by when each tenth of the keys was passed, as far as they are.
     *
     * @param before those that had been passed before
     */
    static List<Double> passed(List<Double> before, double keysDone, double keys, double slotSeconds) {
        List<Double> passed = new ArrayList<>(before);
        while (passed.size() < TENTHS && keys > 0 && keysDone / keys * TENTHS >= passed.size() + 1) {
            passed.add(slotSeconds);
        }
        return List.copyOf(passed);
    }

    private static double[] even() {
        double[] shares = new double[TENTHS + 1];
        for (int tenth = 0; tenth <= TENTHS; tenth++) {
            shares[tenth] = (double) tenth / TENTHS;
        }
        return shares;
    }
}
