package dev.longshore.history.eta;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One run of a simulated job, in steps of a tenth of a second of a driven clock; once a second it is observed as
 * history-service observes runs: reports of open attempts up to a second old, results of finished chunks.
 */
final class SimulatedRun {
    static final Instant START = Instant.parse("2026-11-23T10:00:00Z");
    private static final double STEP = 0.1;
    private static final double LEASE = 30;
    private static final double PUBLISHING = 0.3;

    private final SimulatedJob job;
    private final Scenario scenario;
    private final Random random;
    private final int slots;
    private final double speed;
    private final double planBias;
    private final double changesAt;
    private final double changesTo;
    private final double wave;
    private final double waveLength;
    private final double slowStretch;
    private final double comesBackAfter;

    private final double keysPerChunk;
    private final int chunks;
    private final Deque<Chunk> pending = new ArrayDeque<>();
    private final List<Chunk> open = new ArrayList<>();
    private final List<Observed> observed = new ArrayList<>();
    private double now;
    private int killed;
    private double killedAt = Double.POSITIVE_INFINITY;
    private double doneWork;
    private long chunksDone;
    private double rowsDone;

    /** A chunk: its rows, how much work it is beside a usual one, and how far its attempt is. */
    private static final class Chunk {
        private final double rows;
        private final double work;
        private double done;
        private double reported;
        private double reportedAt;
        private double seen;
        private boolean lost;

        private Chunk(double rows, double work) {
            this.rows = rows;
            this.work = work;
        }
    }

    /** What was to be seen of the run at an instant. */
    record Observed(double seconds, Workload work, double bar) {}

    /** A whole run. */
    record Trace(List<Observed> observed, PastRun asPast, double seconds) {}

    private SimulatedRun(SimulatedJob job, Scenario scenario, Random random) {
        this.job = job;
        this.scenario = scenario;
        this.random = random;
        slots = random.nextInt(5) == 0 ? Math.max(1, job.slots() + (random.nextBoolean() ? 1 : -1)) : job.slots();
        speed = job.keysPerSlotSecond() * Math.exp(0.12 * random.nextGaussian());
        planBias = job.planBias() * Math.exp(0.02 * random.nextGaussian());
        changesAt = SimulatedJob.between(random, 0.3, 0.7);
        changesTo = SimulatedJob.between(random, 0.35, 0.65);
        wave = SimulatedJob.between(random, 0.2, 0.4);
        waveLength =
                SimulatedJob.between(random, 0.1, 0.5) * job.keys() / speed / Math.pow(slots, 1 - job.contention());
        slowStretch = 0.15 + 0.5 * ((job.keys() / 7) % 1);
        comesBackAfter = random.nextBoolean() ? SimulatedJob.between(random, 5, 60) : Double.POSITIVE_INFINITY;
        double keys = job.keys() * Math.exp(0.3 * random.nextGaussian());
        chunks = (int) Math.max(2, Math.ceil(keys / job.keysPerChunk()));
        keysPerChunk = keys / chunks;
        for (int i = 0; i < chunks; i++) {
            double place = (double) i / chunks;
            boolean slow = place >= slowStretch && place < slowStretch + 0.25;
            pending.add(new Chunk(
                    keysPerChunk * Math.min(1, job.rowsPerKey() * Math.exp(0.05 * random.nextGaussian())),
                    keysPerChunk * (slow ? job.skew() : 1) * Math.exp(0.15 * random.nextGaussian())));
        }
    }

    static Trace of(SimulatedJob job, Scenario scenario, Random random) {
        return new SimulatedRun(job, scenario, random).play();
    }

    private Trace play() {
        double second = 1;
        while (chunksDone < chunks) {
            now += STEP;
            kill();
            take();
            work();
            report();
            if (now >= second && chunksDone < chunks) {
                observed.add(new Observed(now, workload(null), 0.9 * keysSeen() / (keysPerChunk * chunks)));
                second += SimulatedJob.between(random, 0.9, 1.2);
            }
        }
        double exportSeconds = now;
        double bytes = rowsDone * job.bytesPerRow();
        int files = (int) Math.max(1, Math.ceil(bytes / job.bytesPerFile()));
        double usualBytes = job.keys() * job.rowsPerKey() * job.bytesPerRow();
        double making = Math.max(
                0.2,
                job.assemblyShare()
                        * (job.keys() / job.keysPerSlotSecond() / Math.pow(job.slots(), 1 - job.contention()))
                        * longest(bytes, slots)
                        / longest(usualBytes, job.slots())
                        * Math.exp(0.08 * random.nextGaussian()));
        double end = exportSeconds + making + PUBLISHING;
        for (now = second; now < end; now += SimulatedJob.between(random, 0.9, 1.2)) {
            double share = Math.min(1, Math.max(0, now - exportSeconds - 0.5) / making);
            FilesWork work = new FilesWork(now - exportSeconds, files, (long) bytes, share);
            observed.add(new Observed(now, workload(work), 0.9 + 0.09 * share));
        }
        Long expectedRows = expectedRows();
        PastRun past = new PastRun(
                (long) (keysPerChunk * chunks),
                expectedRows,
                (long) (expectedRows * job.bytesPerRow()),
                (long) rowsDone,
                (long) bytes,
                files,
                exportSeconds,
                end - exportSeconds,
                null,
                List.of());
        return new Trace(List.copyOf(observed), past, end);
    }

    /** Bytes that the busiest slot copies, files being shared out one by one, when slots do not slow each other. */
    private double longest(double bytes, int slots) {
        double whole = Math.floor(bytes / job.bytesPerFile());
        double rest = bytes - whole * job.bytesPerFile();
        double rounds = Math.floor(whole / slots);
        boolean oneMore = whole % slots > 0;
        double together = Math.min(slots, Math.ceil(bytes / job.bytesPerFile()));
        return (rounds * job.bytesPerFile() + (oneMore ? job.bytesPerFile() : rest))
                * Math.pow(together, job.contention());
    }

    private void kill() {
        if (scenario == Scenario.KILLED && killed == 0 && doneWork >= changesAt * keysPerChunk * chunks) {
            killed = Math.max(1, slots / 2);
            killedAt = now;
            for (int i = 0; i < Math.min(killed, open.size()); i++) {
                open.get(i).lost = true;
            }
        }
        if (now >= killedAt + LEASE) {
            List<Chunk> free = open.stream().filter(chunk -> chunk.lost).toList();
            open.removeAll(free);
            for (Chunk chunk : free) {
                chunk.lost = false;
                chunk.done = 0;
                chunk.reported = 0;
                pending.addFirst(chunk);
            }
        }
    }

    private int alive() {
        return Math.max(1, slots - (now >= killedAt && now < killedAt + comesBackAfter ? killed : 0));
    }

    private long working() {
        return open.stream().filter(chunk -> !chunk.lost).count();
    }

    private void take() {
        while (working() < alive() && !pending.isEmpty()) {
            Chunk chunk = pending.removeFirst();
            chunk.reportedAt = now;
            open.add(chunk);
        }
    }

    private void work() {
        long working = working();
        if (working == 0) {
            return;
        }
        double perSlot = speed * Math.pow((double) working, -job.contention()) * load() * STEP;
        for (Chunk chunk : List.copyOf(open)) {
            if (chunk.lost) {
                continue;
            }
            chunk.done += perSlot * Math.exp(0.1 * random.nextGaussian());
            doneWork += perSlot;
            if (chunk.done >= chunk.work) {
                open.remove(chunk);
                chunksDone++;
                rowsDone += chunk.rows;
            }
        }
    }

    private double load() {
        return switch (scenario) {
            case SLOWED -> doneWork >= changesAt * keysPerChunk * chunks ? changesTo : 1;
            case WAVES -> 1 + wave * Math.sin(2 * Math.PI * (now / waveLength + changesAt));
            default -> 1;
        };
    }

    /** Workers report once a second. */
    private void report() {
        for (Chunk chunk : open) {
            if (!chunk.lost && now - chunk.reportedAt >= 1) {
                chunk.reported = Math.min(1, chunk.done / chunk.work);
                chunk.seen = Math.max(chunk.seen, chunk.reported);
                chunk.reportedAt = now;
            }
        }
    }

    /** As the bar counts them: of each chunk the most that any of its attempts has reported. */
    private double keysSeen() {
        return keysPerChunk
                * (chunksDone
                        + Stream.concat(open.stream(), pending.stream())
                                .mapToDouble(chunk -> chunk.seen)
                                .sum());
    }

    private Long expectedRows() {
        return (long) (keysPerChunk * chunks * job.rowsPerKey() / planBias);
    }

    private Workload workload(@Nullable FilesWork files) {
        List<OpenChunk> attempts = open.stream()
                .map(chunk -> new OpenChunk((long) (chunk.reported * chunk.rows), now - chunk.reportedAt, LEASE))
                .toList();
        Long expected = expectedRows();
        return new Workload(
                (long) (keysPerChunk * chunks),
                chunks,
                expected,
                (long) (expected * job.bytesPerRow()),
                chunksDone,
                (long) (keysPerChunk * chunksDone),
                (long) rowsDone,
                (long) (rowsDone * job.bytesPerRow()),
                attempts,
                files);
    }
}
