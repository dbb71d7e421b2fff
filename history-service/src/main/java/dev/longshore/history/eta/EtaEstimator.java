package dev.longshore.history.eta;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Estimates the end of a run that is being exported or assembled. A pure function of its arguments.
 *
 * <p>The rate is what this run has shown, a mean of its average and its recent rate, shrunk towards the job's past
 * runs as long as the run is young. Chunks are list-scheduled on the workers at work: the last ones leave workers idle,
 * half a chunk each on average. Assembly takes the share of the export's time that it took in the past. The predicted
 * end moves only a part of the way towards each new estimate, so that it does not jump.
 */
final class EtaEstimator {
    /** Assembly's time as a share of the export's, where the job has no past: measured without compression. */
    static final double ASSEMBLY_SHARE = 0.10;

    private static final double RECENT_RATE_SECONDS = 15;
    private static final double LEAST_WEIGHT_OF_RECENT = 0.2;
    private static final double MOST_WEIGHT_OF_RECENT = 0.85;
    private static final double DAMPING_SHARE_OF_REMAINING = 0.05;
    private static final double LEAST_DAMPING_SECONDS = 2;
    private static final double MOST_DAMPING_SECONDS = 60;
    private static final double LEAST_SPREAD = 0.12;
    private static final double SPREAD_OF_A_YOUNG_RUN = 0.35;
    private static final double SPREAD_SECONDS = 0.5;

    private EtaEstimator() {}

    /**
     * @param now the present
     * @param work what is left
     * @param exportingSince when the first chunk was begun
     * @param laidOutAt when all chunks were exported; null before
     * @param past completed runs of the job, most telling first or in any order; may be empty
     * @param previous the estimate before this one; null for the first
     */
    static Sample next(
            Instant now,
            Workload work,
            Instant exportingSince,
            @Nullable Instant laidOutAt,
            List<PastRun> past,
            @Nullable Sample previous) {
        double elapsed = seconds(exportingSince, now);
        OptionalDouble recent = recentRate(now, work, elapsed, previous);
        OptionalDouble remaining = laidOutAt == null
                ? remainingOfExport(work, elapsed, recent, past)
                : OptionalDouble.of(remainingOfAssembly(
                        work.assembledShare(), seconds(exportingSince, laidOutAt), seconds(laidOutAt, now), past));
        Double rate = recent.isPresent() ? recent.getAsDouble() : null;
        if (remaining.isEmpty()) {
            return new Sample(now, work.keysHeld(), rate, null, null, null);
        }
        double left = damped(now, remaining.getAsDouble(), previous);
        double spread = left * spread(work, past) + SPREAD_SECONDS;
        return new Sample(
                now,
                work.keysHeld(),
                rate,
                after(now, left),
                after(now, Math.max(0, left - spread)),
                after(now, left + spread));
    }

    private static OptionalDouble recentRate(Instant now, Workload work, double elapsed, @Nullable Sample previous) {
        if (previous == null) {
            return elapsed > 0 && work.keysHeld() > 0
                    ? OptionalDouble.of(work.keysHeld() / elapsed)
                    : OptionalDouble.empty();
        }
        double since = seconds(previous.madeAt(), now);
        Double before = previous.keysPerSecond();
        if (since <= 0) {
            return before == null ? OptionalDouble.empty() : OptionalDouble.of(before);
        }
        // A lost attempt takes keys back out; that is no negative speed.
        double latest = Math.max(0, work.keysHeld() - previous.keysHeld()) / since;
        if (before == null) {
            return work.keysHeld() > 0 && elapsed > 0
                    ? OptionalDouble.of(work.keysHeld() / elapsed)
                    : OptionalDouble.empty();
        }
        double weight = 1 - Math.exp(-since / RECENT_RATE_SECONDS);
        return OptionalDouble.of(before + weight * (latest - before));
    }

    private static OptionalDouble remainingOfExport(
            Workload work, double elapsed, OptionalDouble recent, List<PastRun> past) {
        OptionalDouble rate = rate(work, elapsed, recent, past);
        if (rate.isEmpty() || rate.getAsDouble() <= 0) {
            return OptionalDouble.empty();
        }
        double export = work.keysLeft() / rate.getAsDouble() + idleTail(work, rate.getAsDouble());
        return OptionalDouble.of(export + assemblyShare(past) * (elapsed + export));
    }

    /** Keys per second of all workers together. */
    private static OptionalDouble rate(Workload work, double elapsed, OptionalDouble recent, List<PastRun> past) {
        OptionalDouble history = past.stream()
                .mapToDouble(run -> Math.log(run.keys() / run.exportSeconds()))
                .average();
        if (work.keysHeld() <= 0 || elapsed <= 0) {
            return history.isPresent() ? OptionalDouble.of(Math.exp(history.getAsDouble())) : OptionalDouble.empty();
        }
        double average = work.keysHeld() / elapsed;
        double shown = shownRate(average, recent);
        if (history.isEmpty()) {
            return OptionalDouble.of(shown);
        }
        // The past counts as much as the first tenth of a run of the usual length.
        double usual = work.keys() / Math.exp(history.getAsDouble());
        double trust = elapsed / (elapsed + 0.1 * usual);
        return OptionalDouble.of(Math.exp(trust * Math.log(shown) + (1 - trust) * history.getAsDouble()));
    }

    /** The more the recent rate departs from the average, the less it is noise and the more it counts. */
    private static double shownRate(double average, OptionalDouble recent) {
        if (recent.isEmpty() || recent.getAsDouble() <= 0) {
            return average;
        }
        double departure = Math.log(recent.getAsDouble() / average);
        double weight = Math.min(MOST_WEIGHT_OF_RECENT, LEAST_WEIGHT_OF_RECENT + Math.abs(departure));
        return average * Math.exp(weight * departure);
    }

    /** At the end each worker but the last to finish idles for about half a chunk. */
    private static double idleTail(Workload work, double rate) {
        if (work.chunks() == 0 || work.chunksHeld() < 2) {
            return 0;
        }
        double keysPerChunk = (double) work.keys() / work.chunks();
        double left = Math.min((double) work.keysLeft(), keysPerChunk * (work.chunksHeld() - 1) / 2);
        return left / rate;
    }

    private static double remainingOfAssembly(
            double share, double exportSeconds, double assemblingFor, List<PastRun> past) {
        double usual = assemblyShare(past) * exportSeconds;
        if (share <= 0) {
            return Math.max(usual - assemblingFor, 0.1 * usual);
        }
        double shown = assemblingFor / share;
        return (1 - share) * (share * shown + (1 - share) * usual);
    }

    private static double assemblyShare(List<PastRun> past) {
        return past.stream()
                .mapToDouble(run -> run.assemblySeconds() / run.exportSeconds())
                .average()
                .orElse(ASSEMBLY_SHARE);
    }

    private static double damped(Instant now, double remaining, @Nullable Sample previous) {
        if (previous == null || previous.endsAt() == null) {
            return remaining;
        }
        double promised = Math.max(0, seconds(now, previous.endsAt()));
        double slowness =
                Math.max(LEAST_DAMPING_SECONDS, Math.min(MOST_DAMPING_SECONDS, DAMPING_SHARE_OF_REMAINING * remaining));
        double weight = 1 - Math.exp(-seconds(previous.madeAt(), now) / slowness);
        return promised + weight * (remaining - promised);
    }

    /** Half the interval's width as a share of the time left: wide for a young run of a job without a past. */
    private static double spread(Workload work, List<PastRun> past) {
        double done = work.keys() == 0 ? 1 : Math.min(1, (double) work.keysHeld() / work.keys());
        return LEAST_SPREAD + (1 - done) * SPREAD_OF_A_YOUNG_RUN / (1 + past.size());
    }

    private static double seconds(Instant from, Instant to) {
        return Math.max(0, Duration.between(from, to).toNanos() / 1e9);
    }

    private static Instant after(Instant now, double seconds) {
        return now.plusNanos(Math.round(seconds * 1e6) * 1_000);
    }
}
