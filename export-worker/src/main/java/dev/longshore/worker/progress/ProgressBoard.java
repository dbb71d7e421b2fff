package dev.longshore.worker.progress;

import dev.longshore.worker.segment.ProgressListener;
import dev.longshore.worker.task.Lease;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The attempts under way in this process. Telling of them is left to one loop, so work never waits for Kafka. */
public final class ProgressBoard {
    private final Set<AttemptProgress> attempts = ConcurrentHashMap.newKeySet();

    /** An attempt on the board; closing takes it off. */
    public interface Entry extends ProgressListener, AutoCloseable {
        @Override
        void close();
    }

    /**
     * Puts an attempt on the board.
     *
     * @param plannedKeys of the chunk; 0 where keys are no measure
     * @param rowsPerKey share of keys that become rows, as the plan expects, in (0, 1]
     */
    public Entry begin(UUID job, Lease lease, long plannedKeys, double rowsPerKey) {
        AttemptProgress attempt = new AttemptProgress(job, lease, plannedKeys, rowsPerKey);
        attempts.add(attempt);
        return new Entry() {
            @Override
            public void advanced(long rows, long plainBytes) {
                attempt.advanced(rows, plainBytes);
            }

            @Override
            public void close() {
                attempts.remove(attempt);
            }
        };
    }

    Set<AttemptProgress> attempts() {
        return attempts;
    }
}
