package dev.longshore.history.eta;

import dev.longshore.history.eta.EstimateDao.Estimate;
import dev.longshore.history.eta.EtaQualityDao.EtaQuality;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Judges the estimates of a run by how it ended. Each estimate counts for as long as it stood. */
final class QualityPolicy {
    /** Move of the predicted end, as a share of the run's length, that is a jump. */
    static final double JUMP = 0.1;

    /** "At once": within this time, or this share of the run's length if that is longer. */
    static final double AT_ONCE_SECONDS = 2;

    static final double AT_ONCE_SHARE = 0.05;

    /** Scores that a run adds to a stage at most, so that long runs do not outvote short ones. */
    static final int SCORES_PER_STAGE = 4;

    private QualityPolicy() {}

    /**
     * What a run's estimate at some stage was wrong by.
     *
     * @param stage as {@link IntervalPolicy#stage}
     * @param value as {@link IntervalPolicy#score}
     */
    record Score(int stage, double value) {}

    /**
     * @param estimates in the order of their making
     * @param exportingSince when the first chunk was begun
     * @param endedAt when the run completed
     * @return empty when no end was ever told
     */
    static Optional<EtaQuality> judge(List<Estimate> estimates, Instant exportingSince, Instant endedAt) {
        double length = EtaEstimator.seconds(exportingSince, endedAt);
        double known = 0;
        double error = 0;
        double held = 0;
        double ages = 0;
        double watched = 0;
        double largestAge = 0;
        for (int i = 0; i < estimates.size(); i++) {
            Estimate estimate = estimates.get(i);
            Instant until = i + 1 < estimates.size() ? estimates.get(i + 1).madeAt() : endedAt;
            double stood = EtaEstimator.seconds(estimate.madeAt(), until);
            double age = EtaEstimator.seconds(estimate.newsAt(), estimate.madeAt());
            ages += stood * (age + stood / 2);
            watched += stood;
            largestAge = Math.max(largestAge, age + stood);
            Instant endsAt = estimate.endsAt();
            Instant earliest = estimate.earliest();
            Instant latest = estimate.latest();
            if (endsAt == null || earliest == null || latest == null) {
                continue;
            }
            known += stood;
            error += stood * distance(endsAt, endedAt);
            held += earliest.isAfter(endedAt) || latest.isBefore(endedAt) ? 0 : stood;
        }
        if (known <= 0 || length <= 0) {
            return Optional.empty();
        }
        return Optional.of(new EtaQuality(
                length,
                error / known / length,
                held / known,
                jumps(estimates, length),
                Math.min(1, known / length),
                ages / watched,
                largestAge));
    }

    /** A few scores of each stage, evenly over the time that the run spent in it. */
    static List<Score> scores(List<Estimate> estimates, Instant exportingSince, Instant endedAt) {
        List<List<Double>> stages = new ArrayList<>();
        for (int stage = 0; stage < IntervalPolicy.STAGES; stage++) {
            stages.add(new ArrayList<>());
        }
        for (Estimate estimate : estimates) {
            Instant endsAt = estimate.endsAt();
            if (endsAt != null && estimate.madeAt().isBefore(endedAt)) {
                double elapsed = EtaEstimator.seconds(exportingSince, estimate.madeAt());
                double left = EtaEstimator.seconds(estimate.madeAt(), endsAt);
                stages.get(IntervalPolicy.stage(elapsed, left))
                        .add(IntervalPolicy.score(elapsed, left, EtaEstimator.seconds(estimate.madeAt(), endedAt)));
            }
        }
        List<Score> scores = new ArrayList<>();
        for (int stage = 0; stage < IntervalPolicy.STAGES; stage++) {
            List<Double> all = stages.get(stage);
            int taken = Math.min(SCORES_PER_STAGE, all.size());
            for (int i = 0; i < taken; i++) {
                scores.add(new Score(stage, all.get((2 * i + 1) * all.size() / (2 * taken))));
            }
        }
        return List.copyOf(scores);
    }

    /** Each end that was told is compared with those of a little before; after a jump the comparison begins anew. */
    static int jumps(List<Estimate> estimates, double length) {
        double atOnce = Math.max(AT_ONCE_SECONDS, AT_ONCE_SHARE * length);
        int jumps = 0;
        int from = 0;
        for (int i = 0; i < estimates.size(); i++) {
            Instant endsAt = estimates.get(i).endsAt();
            while (from < i
                    && EtaEstimator.seconds(
                                    estimates.get(from).madeAt(),
                                    estimates.get(i).madeAt())
                            > atOnce) {
                from++;
            }
            if (endsAt != null && hasMoved(estimates.subList(from, i), endsAt, JUMP * length)) {
                jumps++;
                from = i;
            }
        }
        return jumps;
    }

    private static boolean hasMoved(List<Estimate> before, Instant endsAt, double most) {
        return before.stream().anyMatch(estimate -> {
            Instant end = estimate.endsAt();
            return end != null && distance(end, endsAt) > most;
        });
    }

    private static double distance(Instant one, Instant other) {
        return one.isBefore(other) ? EtaEstimator.seconds(one, other) : EtaEstimator.seconds(other, one);
    }
}
