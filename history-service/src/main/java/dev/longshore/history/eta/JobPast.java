package dev.longshore.history.eta;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the completed runs of a job teach. Medians throughout, so that one bad night does not spoil them.
 *
 * @param runs the latest first; may be empty
 * @param pace how their work was spread over the keys
 */
record JobPast(List<PastRun> runs, Pace pace) {
    static final JobPast NONE = new JobPast(List.of());

    private static final double FADING = 0.9;
    private static final double SLOTS_MATTER = 2;

    JobPast {
        runs = List.copyOf(runs);
    }

    JobPast(List<PastRun> runs) {
        this(runs, Pace.of(runs));
    }

    /** Slots that a run of this job usually has; empty when nobody counted. */
    OptionalDouble slots() {
        return median(run -> run.slots() == null ? Double.NaN : run.slots(), run -> 1);
    }

    /** Keys that one slot alone would export in a second, judged best by runs with about as many slots. */
    OptionalDouble keysPerSecondAlone(double slots) {
        return median(
                run -> run.keys() / run.exportSeconds() / SpeedEstimator.capacity(slotsOf(run, slots)),
                run -> Math.exp(-SLOTS_MATTER * Math.abs(Math.log(slots / slotsOf(run, slots)))));
    }

    /** Share of keys that became rows. */
    OptionalDouble rowsPerKey() {
        return median(run -> (double) run.rows() / run.keys(), run -> 1);
    }

    /** Rows that came, as a multiple of those that the plan expected: its bias. */
    OptionalDouble rowBias() {
        return median(run -> bias(run.rows(), run.expectedRows()), run -> 1);
    }

    /** Bytes that came, as a multiple of those that the plan expected. */
    OptionalDouble byteBias() {
        return median(run -> bias(run.bytes(), run.expectedBytes()), run -> 1);
    }

    OptionalDouble bytesPerKey() {
        return median(run -> (double) run.bytes() / run.keys(), run -> 1);
    }

    OptionalDouble bytesPerFile() {
        return median(run -> run.files() == 0 ? Double.NaN : (double) run.bytes() / run.files(), run -> 1);
    }

    /** Median of a figure of the runs. */
    OptionalDouble median(ToDoubleFunction<PastRun> figure) {
        return median(figure, run -> 1);
    }

    static double slotsOf(PastRun run, double otherwise) {
        return run.slots() == null ? otherwise : Math.max(0.5, run.slots());
    }

    private static double bias(long came, @Nullable Long expected) {
        return expected == null || expected <= 0 || came <= 0 ? Double.NaN : (double) came / expected;
    }

    private record Weighted(double figure, double weight) {}

    /** Median weighted by how recent a run is and by how alike it is; figures that are no number do not count. */
    private OptionalDouble median(ToDoubleFunction<PastRun> figure, ToDoubleFunction<PastRun> likeness) {
        List<Weighted> figures = IntStream.range(0, runs.size())
                .mapToObj(i -> new Weighted(
                        figure.applyAsDouble(runs.get(i)), Math.pow(FADING, i) * likeness.applyAsDouble(runs.get(i))))
                .filter(weighted -> Double.isFinite(weighted.figure()))
                .sorted(Comparator.comparingDouble(Weighted::figure))
                .toList();
        double half = figures.stream().mapToDouble(Weighted::weight).sum() / 2;
        double sum = 0;
        for (int i = 0; i < figures.size(); i++) {
            sum += figures.get(i).weight();
            if (sum == half && i + 1 < figures.size()) {
                return OptionalDouble.of(
                        (figures.get(i).figure() + figures.get(i + 1).figure()) / 2);
            }
            if (sum >= half) {
                return OptionalDouble.of(figures.get(i).figure());
            }
        }
        return OptionalDouble.empty();
    }
}
