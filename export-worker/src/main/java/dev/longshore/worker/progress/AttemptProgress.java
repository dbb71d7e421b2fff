package dev.longshore.worker.progress;

import dev.longshore.worker.segment.ProgressListener;
import dev.longshore.worker.task.Lease;
import java.util.UUID;

/** How far one attempt has come. Written by the thread that works, read by the one that tells. */
final class AttemptProgress implements ProgressListener {
    private final UUID job;
    private final Lease lease;
    private final long plannedKeys;
    private final double rowsPerKey;
    private volatile Point latest = new Point(0, 0);
    private Point told = latest;

    private record Point(long rows, long bytes) {}

    /**
     * @param plannedKeys of the chunk; 0 where keys are no measure
     * @param rowsPerKey share of keys that become rows, as the plan expects, in (0, 1]
     */
    AttemptProgress(UUID job, Lease lease, long plannedKeys, double rowsPerKey) {
        this.job = job;
        this.lease = lease;
        this.plannedKeys = plannedKeys;
        this.rowsPerKey = rowsPerKey;
    }

    @Override
    public void advanced(long rows, long plainBytes) {
        latest = new Point(rows, plainBytes);
    }

    UUID job() {
        return job;
    }

    Lease lease() {
        return lease;
    }

    long rows() {
        return latest.rows();
    }

    long bytes() {
        return latest.bytes();
    }

    /** Rows tell how many keys are done, as far as the plan's expectation holds; never more than were planned. */
    long keys() {
        return Math.min(plannedKeys, (long) (latest.rows() / rowsPerKey));
    }

    /** Whether something changed since the last call. For one thread only. */
    boolean takeChange() {
        Point now = latest;
        boolean changed = !now.equals(told);
        told = now;
        return changed;
    }
}
