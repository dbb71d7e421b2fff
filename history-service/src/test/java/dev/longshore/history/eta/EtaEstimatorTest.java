package dev.longshore.history.eta;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The estimator on a small deterministic simulation: two workers take equal chunks in order; what a chunk costs is the
 * scenario's. The error of a run is the mean of |predicted - true remaining time| over its seconds, as a share of its
 * length. The baseline takes the run's average rate so far for the export, and is told the truth while assembling.
 */
class EtaEstimatorTest {
    private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");
    private static final int CHUNKS = 120;
    private static final long KEYS_PER_CHUNK = 20_000;
    private static final int WORKERS = 2;
    private static final double USUAL_CHUNK_SECONDS = 2;
    private static final double ASSEMBLY_SECONDS = 12;

    /** Keys held at each second of the export, and when it and the whole run end. */
    private record Trace(List<Double> keys, double exportSeconds, double seconds) {}

    private record Errors(double estimator, double globalAverage, int jumps) {}

    @Test
    void a_steady_run_of_a_known_job_is_predicted_within_five_percent() {
        Errors errors = errors("steady", chunk -> USUAL_CHUNK_SECONDS, past(1.0));
        assertThat(errors.estimator()).isLessThan(0.05);
        assertThat(errors.jumps()).isLessThanOrEqualTo(2);
    }

    @Test
    void a_skewed_run_is_predicted_better_than_by_its_average() {
        IntToDoubleFunction skewed =
                chunk -> chunk < CHUNKS / 2 ? 0.6 * USUAL_CHUNK_SECONDS : 1.4 * USUAL_CHUNK_SECONDS;
        Errors errors = errors("skewed", skewed, past(1.0));
        assertThat(errors.estimator()).isLessThan(errors.globalAverage());
        assertThat(errors.estimator()).isLessThan(0.20);
    }

    @Test
    void a_source_that_slows_down_to_half_is_noticed() {
        IntToDoubleFunction slowed = chunk -> chunk < CHUNKS / 3 ? USUAL_CHUNK_SECONDS : 2 * USUAL_CHUNK_SECONDS;
        Errors errors = errors("slowed", slowed, past(1.0));
        assertThat(errors.estimator()).isLessThan(0.16);
        assertThat(errors.jumps()).isLessThanOrEqualTo(2);
    }

    @Test
    void a_noisy_first_run_without_a_past_is_predicted_within_ten_percent() {
        Random noise = new Random(9);
        double[] costs = noise.doubles(CHUNKS, 0.5, 1.5).toArray();
        Errors errors = errors("noisy first run", chunk -> costs[chunk] * USUAL_CHUNK_SECONDS, List.of());
        assertThat(errors.estimator()).isLessThan(0.10);
        assertThat(errors.jumps()).isLessThanOrEqualTo(2);
    }

    @Test
    void without_keys_and_without_a_past_the_end_is_unknown() {
        Sample sample = EtaEstimator.next(START.plusSeconds(1), work(0), START, null, List.of(), null);
        assertThat(sample.expected()).isEmpty();
    }

    @Test
    void a_known_job_has_an_estimate_before_its_first_chunk_is_done() {
        Sample sample = EtaEstimator.next(START.plusSeconds(1), work(0), START, null, past(1.0), null);
        assertThat(sample.expected()).isPresent();
        Eta.Expected expected = sample.expected().orElseThrow();
        double usual = CHUNKS * USUAL_CHUNK_SECONDS / WORKERS + ASSEMBLY_SECONDS;
        assertThat(seconds(START, expected.at())).isBetween(0.9 * usual, 1.1 * usual);
        assertThat(expected.earliest()).isBefore(expected.at());
        assertThat(expected.latest()).isAfter(expected.at());
    }

    @Test
    void keys_of_a_lost_attempt_make_no_negative_speed() {
        Sample before = EtaEstimator.next(START.plusSeconds(10), work(100_000), START, null, List.of(), null);
        Sample after = EtaEstimator.next(START.plusSeconds(11), work(90_000), START, null, List.of(), before);
        assertThat(after.keysPerSecond()).isNotNull().isPositive();
        assertThat(after.expected()).isPresent();
    }

    private static Errors errors(String name, IntToDoubleFunction chunkSeconds, List<PastRun> past) {
        Trace trace = simulate(chunkSeconds);
        Instant laidOutAt = after(trace.exportSeconds());
        @Nullable Sample sample = null;
        @Nullable Instant promised = null;
        double estimator = 0;
        double average = 0;
        int measured = 0;
        int jumps = 0;
        for (int second = 1; second < trace.seconds(); second++) {
            boolean exported = second >= trace.exportSeconds();
            double keys = exported ? CHUNKS * KEYS_PER_CHUNK : trace.keys().get(second);
            double assembled = exported ? (second - trace.exportSeconds()) / ASSEMBLY_SECONDS : 0;
            Workload work = new Workload(
                    CHUNKS * KEYS_PER_CHUNK, Math.round(keys), CHUNKS, exported ? 0 : WORKERS, exported, assembled);
            sample = EtaEstimator.next(after(second), work, START, exported ? laidOutAt : null, past, sample);
            double left = trace.seconds() - second;
            if (sample.endsAt() == null || keys <= 0) {
                continue;
            }
            measured++;
            estimator += Math.abs(seconds(after(second), sample.endsAt()) - left);
            double export = exported ? 0 : second * (CHUNKS * KEYS_PER_CHUNK - keys) / keys;
            double assembly = exported ? left : EtaEstimator.ASSEMBLY_SHARE * (second + export);
            average += Math.abs(export + assembly - left);
            if (promised != null && Math.abs(seconds(promised, sample.endsAt())) > 0.1 * trace.seconds()) {
                jumps++;
            }
            promised = sample.endsAt();
        }
        Errors errors = new Errors(estimator / measured / trace.seconds(), average / measured / trace.seconds(), jumps);
        System.out.printf(
                "ETA %-16s T=%.0f s  error %.3f  global average %.3f  jumps %d%n",
                name, trace.seconds(), errors.estimator(), errors.globalAverage(), errors.jumps());
        return errors;
    }

    private static Trace simulate(IntToDoubleFunction chunkSeconds) {
        double[] freeAt = new double[WORKERS];
        double[] begin = new double[CHUNKS];
        double[] end = new double[CHUNKS];
        double last = 0;
        for (int chunk = 0; chunk < CHUNKS; chunk++) {
            int worker = freeAt[0] <= freeAt[1] ? 0 : 1;
            begin[chunk] = freeAt[worker];
            end[chunk] = begin[chunk] + chunkSeconds.applyAsDouble(chunk);
            freeAt[worker] = end[chunk];
            last = Math.max(last, end[chunk]);
        }
        List<Double> keys = new ArrayList<>();
        for (int second = 0; second <= last; second++) {
            double held = 0;
            for (int chunk = 0; chunk < CHUNKS; chunk++) {
                double share = (second - begin[chunk]) / (end[chunk] - begin[chunk]);
                held += KEYS_PER_CHUNK * Math.max(0, Math.min(1, share));
            }
            keys.add(held);
        }
        return new Trace(keys, last, last + ASSEMBLY_SECONDS);
    }

    /** Runs of the job that took this times as long as usual, give or take a tenth. */
    private static List<PastRun> past(double slowness) {
        double usual = CHUNKS * USUAL_CHUNK_SECONDS / WORKERS * slowness;
        return List.of(
                new PastRun(CHUNKS * KEYS_PER_CHUNK, usual * 0.95, ASSEMBLY_SECONDS),
                new PastRun(CHUNKS * KEYS_PER_CHUNK, usual, ASSEMBLY_SECONDS * 1.1),
                new PastRun(CHUNKS * KEYS_PER_CHUNK, usual * 1.05, ASSEMBLY_SECONDS * 0.9));
    }

    private static Workload work(long keysHeld) {
        return new Workload(CHUNKS * KEYS_PER_CHUNK, keysHeld, CHUNKS, WORKERS, false, 0);
    }

    private static Instant after(double seconds) {
        return START.plusNanos(Math.round(seconds * 1e6) * 1_000);
    }

    private static double seconds(Instant from, Instant to) {
        return java.time.Duration.between(from, to).toNanos() / 1e9;
    }
}
