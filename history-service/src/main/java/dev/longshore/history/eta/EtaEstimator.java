package dev.longshore.history.eta;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Estimates the end of a run (DESIGN 7). A pure function of its arguments.
 *
 * <p>Chunks that are left are list-scheduled on the slots at work; a chunk whose attempt is silent is taken for lost, and
 * is free again when its lease has ended. The speed is {@link SpeedEstimator}'s, the files' time
 * {@link AssemblyEstimator}'s. Rows and bytes of the plan are corrected by what the job's plans were wrong by before. The
 * predicted end moves only a part of the way towards each new estimate, so that it does not jump.
 */
final class EtaEstimator {
    /** Silence after which an attempt is taken for lost; a worker reports every second. */
    static final double SILENCE_SECONDS = 5;

    private static final double DAMPING_SHARE = 0.015;
    private static final double LEAST_DAMPING = 1;
    private static final double MOST_DAMPING = 60;
    private static final double SLEW = 0.1;

    /** Seconds that a job's first run is watched before its end is told: reports are up to a second old. */
    private static final double MEASURED_SECONDS = 5;

    private EtaEstimator() {}

    /**
     * @param now the present
     * @param work what is left
     * @param exportingSince when the first chunk was begun
     * @param past completed runs of the job
     * @param previous the estimate before this one; null for the first
     */
    static Sample next(Instant now, Workload work, Instant exportingSince, JobPast past, @Nullable Sample previous) {
        double elapsed = seconds(exportingSince, now);
        Speed before = previous == null ? Speed.NONE : previous.speed();
        List<Double> tenths = previous == null ? List.of() : previous.tenths();
        FilesWork files = work.files();
        if (files != null) {
            tenths = Pace.passed(tenths, (double) work.keys(), (double) work.keys(), before.slotSeconds());
            double usual = AssemblyEstimator.whole(
                    (double) files.bytes(),
                    OptionalDouble.of(files.files()),
                    Math.max(1, before.slots()),
                    Math.max(0, elapsed - files.seconds()),
                    past);
            return sample(now, elapsed, before, tenths, AssemblyEstimator.left(files, usual), previous);
        }
        double rowsPerKey = rowsPerKey(work, past);
        List<Double> begun = work.open().stream()
                .filter(chunk -> chunk.silentSeconds() <= SILENCE_SECONDS)
                .map(chunk -> Math.max(0, work.keysPerChunk() - chunk.rows() / rowsPerKey))
                .toList();
        double inHand = begun.size() * work.keysPerChunk()
                - begun.stream().mapToDouble(Double::doubleValue).sum();
        Pace pace = past.pace();
        double held = pace.workAt(work.keysDone() + inHand, (double) work.keys());
        double length = elapsed + (previous == null || previous.endsAt() == null ? 0 : seconds(now, previous.endsAt()));
        Speed speed = SpeedEstimator.observe(
                before,
                previous == null ? elapsed : seconds(previous.madeAt(), now),
                held,
                begun.size(),
                past.slots(),
                length);
        tenths = Pace.passed(tenths, work.keysDone() + inHand, (double) work.keys(), speed.slotSeconds());
        OptionalDouble perSlot = SpeedEstimator.keysPerSlotSecond(speed, (double) work.keys(), past);
        boolean isMeasured = !past.runs().isEmpty() || elapsed >= MEASURED_SECONDS;
        if (!isMeasured || perSlot.isEmpty() || perSlot.getAsDouble() <= 0) {
            return new Sample(now, speed, tenths, null);
        }
        double keysLeft = work.keys() - work.keysDone() - inHand;
        double workPerKey = keysLeft <= 0 ? 1 : (work.keys() - held) / keysLeft;
        double export = export(work, begun, speed, perSlot.getAsDouble() / Math.max(0.05, workPerKey));
        double assembly = AssemblyEstimator.whole(
                bytes(work, past), OptionalDouble.empty(), Math.max(1, speed.slots()), elapsed + export, past);
        return sample(now, elapsed, speed, tenths, export + assembly, previous);
    }

    private static double export(Workload work, List<Double> begun, Speed speed, double perSlot) {
        double pending = Math.max(0, work.chunks() - work.chunksDone() - begun.size());
        double longest = ListScheduleEstimator.longest(begun, pending, work.keysPerChunk(), Math.max(1, speed.slots()));
        double export = longest / perSlot;
        for (OpenChunk chunk : work.open()) {
            if (chunk.silentSeconds() > SILENCE_SECONDS) {
                double freeAgain = Math.max(0, chunk.leaseSeconds() - chunk.silentSeconds());
                export = Math.max(export, freeAgain + work.keysPerChunk() / perSlot);
            }
        }
        return export;
    }

    /** What the finished chunks show; before there are any, the plan's expectation, corrected by its usual bias. */
    private static double rowsPerKey(Workload work, JobPast past) {
        double prior = past.rowsPerKey().orElse(1);
        Long expected = work.expectedRows();
        if (expected != null && expected > 0 && work.keys() > 0) {
            prior = past.rowBias().orElse(1) * expected / work.keys();
        }
        double weight = work.keysPerChunk();
        return Math.max(1e-6, (work.rowsDone() + prior * weight) / (work.keysDone() + weight));
    }

    static double bytes(Workload work, JobPast past) {
        double perKey = past.bytesPerKey().orElse(0);
        Long expected = work.expectedBytes();
        if (expected != null && expected > 0 && work.keys() > 0) {
            perKey = past.byteBias().orElse(1) * expected / work.keys();
        }
        double weight = work.keysPerChunk();
        double known = work.keysDone() + weight;
        return known <= 0 ? 0 : (work.bytesDone() + perKey * weight) / known * work.keys();
    }

    private static Sample sample(
            Instant now,
            double elapsed,
            Speed speed,
            List<Double> tenths,
            double remaining,
            @Nullable Sample previous) {
        return new Sample(now, speed, tenths, after(now, damped(now, elapsed, remaining, previous)));
    }

    private static double damped(Instant now, double elapsed, double remaining, @Nullable Sample previous) {
        if (previous == null || previous.endsAt() == null) {
            return remaining;
        }
        double since = seconds(previous.madeAt(), now);
        double promised = Math.max(0, seconds(now, previous.endsAt()));
        double length = elapsed + Math.max(promised, remaining);
        double slowness = Math.max(LEAST_DAMPING, Math.min(MOST_DAMPING, DAMPING_SHARE * length));
        double move = (1 - Math.exp(-since / Math.min(slowness, Math.max(0.5, remaining)))) * (remaining - promised);
        // The shorter of both lengths: the run may turn out to be as short, and a jump is a share of that.
        double least = elapsed + Math.min(promised, remaining);
        double most =
                SLEW * since * least / Math.max(QualityPolicy.AT_ONCE_SECONDS, QualityPolicy.AT_ONCE_SHARE * least);
        return promised + Math.max(-most, Math.min(most, move));
    }

    static double seconds(Instant from, Instant to) {
        return Math.max(0, Duration.between(from, to).toNanos() / 1e9);
    }

    static Instant after(Instant now, double seconds) {
        return now.plusNanos(Math.round(seconds * 1e6) * 1_000);
    }
}
