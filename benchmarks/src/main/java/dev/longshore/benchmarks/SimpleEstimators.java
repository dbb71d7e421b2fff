package dev.longshore.benchmarks;

import java.util.List;

/**
 * What one would estimate a run's end with before thinking of more: time so far by the bar so far, a moving average of the
 * bar's speed, the mean length of the job's earlier runs. The first two are told which share of a run making the files took
 * in the past, as EtaSuite of history-service does.
 */
final class SimpleEstimators {
    /** Share of the bar that belongs to exporting. */
    private static final double EXPORT_SHARE = 0.9;

    private static final double EWMA_SECONDS = 15;

    private SimpleEstimators() {}

    /**
     * A bar as it was seen.
     *
     * @param at seconds by a clock that never jumps
     * @param fraction 0 to 1
     */
    record Bar(double at, double fraction) {}

    /** Mean |predicted - true time left| by the run's length, of each estimator. */
    record Errors(double average, double ewma, double meanOfPast) {}

    /**
     * @param begin when the run began to export, by the clock of the bars
     * @param seconds how long it took from then on
     * @param past earlier runs of the job
     * @param otherwise seconds that are expected while there are none
     */
    static Errors judge(
            List<Bar> bars, double begin, double seconds, List<EtaBenchmark.PastLength> past, double otherwise) {
        double mean = past.stream()
                .mapToDouble(EtaBenchmark.PastLength::seconds)
                .average()
                .orElse(otherwise);
        double share = past.stream()
                .mapToDouble(run -> run.exportSeconds() / run.seconds())
                .average()
                .orElse(EXPORT_SHARE);
        Deviation average = new Deviation();
        Deviation ewma = new Deviation();
        Deviation meanOfPast = new Deviation();
        double rate = 0;
        double previous = 0;
        double previousAt = 0;
        for (Bar bar : bars) {
            double at = bar.at() - begin;
            double left = seconds - at;
            if (at <= previousAt || left < 0) {
                continue;
            }
            double fraction = told(bar.fraction(), share);
            double latest = Math.max(0, fraction - previous) / (at - previousAt);
            double weight = rate == 0 ? 1 : 1 - Math.exp(-(at - previousAt) / EWMA_SECONDS);
            rate += weight * (latest - rate);
            previous = fraction;
            previousAt = at;
            if (fraction > 0) {
                average.add(at * (1 - fraction) / fraction, left);
            }
            if (rate > 0) {
                ewma.add((1 - fraction) / rate, left);
            }
            meanOfPast.add(Math.max(0, mean - at), left);
        }
        return new Errors(average.mean() / seconds, ewma.mean() / seconds, meanOfPast.mean() / seconds);
    }

    private static double told(double bar, double share) {
        return bar <= EXPORT_SHARE
                ? bar / EXPORT_SHARE * share
                : share + (bar - EXPORT_SHARE) / (1 - EXPORT_SHARE) * (1 - share);
    }

    /** Sums errors up. */
    private static final class Deviation {
        private double sum;
        private int count;

        void add(double predicted, double left) {
            sum += Math.abs(predicted - left);
            count++;
        }

        double mean() {
            return count == 0 ? Double.NaN : sum / count;
        }
    }
}
