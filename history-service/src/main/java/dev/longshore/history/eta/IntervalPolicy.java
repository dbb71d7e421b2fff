package dev.longshore.history.eta;

import java.time.Instant;
import java.util.List;

/**
 * The interval that holds the end in 8 of 10 cases, by split-conformal calibration: as wide, to either side, as past
 * estimates at the same stage of a run were wrong. No assumption is made on how errors are distributed; if a run is like
 * those before, its end lies within with the promised probability (Lei et al., Distribution-Free Predictive Inference).
 *
 * <p>An error is a score: the logarithm of the true by the predicted time left, both with a little added so that the last
 * seconds do not count as large errors. A job is judged by its own scores once it has enough, before by those of all.
 */
final class IntervalPolicy {
    /** Stages of a run, by the share of the predicted length that is over. */
    static final int STAGES = 5;

    /** Scores from which on a job is judged by itself. */
    static final int ENOUGH = 40;

    /** Scores that an interval is calibrated on, the latest: of a job, some twenty runs; of all jobs, some hundred. */
    static final int SCORES_OF_JOB = 80;

    static final int SCORES_OF_ALL = 400;

    private static final double[] STAGE_ENDS = {0.1, 0.3, 0.6, 0.85};
    private static final double OUTSIDE = 0.1;
    private static final double ADDED_SECONDS = 0.5;
    private static final double ADDED_SHARE = 0.02;
    /** Where nothing is known of errors yet: a rule of thumb. */
    private static final double LOWEST = -0.3;

    private static final double HIGHEST = 0.4;

    private IntervalPolicy() {}

    /**
     * Stage of a run, 0 to 4.
     *
     * @param elapsed seconds since its first chunk was begun
     * @param left seconds that are predicted to be left
     */
    static int stage(double elapsed, double left) {
        double over = elapsed + left <= 0 ? 0 : elapsed / (elapsed + left);
        int stage = 0;
        while (stage < STAGE_ENDS.length && over >= STAGE_ENDS[stage]) {
            stage++;
        }
        return stage;
    }

    /** How wrong an estimate was: above 0 when it was too early. */
    static double score(double elapsed, double predictedLeft, double trueLeft) {
        double added = added(elapsed, predictedLeft);
        return Math.log((trueLeft + added) / (predictedLeft + added));
    }

    /**
     * @param now the present
     * @param elapsed seconds since the first chunk was begun
     * @param endsAt likeliest end
     * @param ofJob scores of the job at this stage, in any order
     * @param ofAll scores of all jobs at this stage
     */
    static Eta.Expected interval(Instant now, double elapsed, Instant endsAt, List<Double> ofJob, List<Double> ofAll) {
        double left = EtaEstimator.seconds(now, endsAt);
        List<Double> scores =
                (ofJob.size() >= ENOUGH ? ofJob : ofAll).stream().sorted().toList();
        int count = scores.size();
        int below = (int) Math.floor((count + 1) * OUTSIDE);
        double lower = below < 1 ? LOWEST : scores.get(below - 1);
        double upper = below < 1 ? HIGHEST : scores.get(count - below);
        Instant at = endsAt.isBefore(now) ? now : endsAt;
        Instant earliest = bound(now, elapsed, left, Math.min(0, lower));
        Instant latest = bound(now, elapsed, left, Math.max(0, upper));
        return new Eta.Expected(at, earliest.isAfter(at) ? at : earliest, latest.isBefore(at) ? at : latest);
    }

    private static Instant bound(Instant now, double elapsed, double left, double score) {
        double added = added(elapsed, left);
        return EtaEstimator.after(now, Math.max(0, (left + added) * Math.exp(score) - added));
    }

    private static double added(double elapsed, double left) {
        return ADDED_SECONDS + ADDED_SHARE * (elapsed + left);
    }
}
