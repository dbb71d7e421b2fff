package dev.longshore.worker.export;

import dev.longshore.worker.source.StopSignal;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Lets as many chunks read from the source at once as the process has slots. A chunk whose predecessor is about to be read to
 * its end waits here, so that the source is never idle while results are stored and tasks are handed over.
 */
final class SourceTurns {
    private static final long LOOK_EVERY_MILLIS = 100;

    private final Semaphore turns;

    SourceTurns(int slots) {
        this.turns = new Semaphore(slots, true);
    }

    /** Waits for a turn. Throws {@link dev.longshore.worker.source.StoppedException} when told to stop meanwhile. */
    Turn await(StopSignal stop) {
        try {
            while (!turns.tryAcquire(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                stop.throwIfStopped();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting to read", e);
        }
        return new Turn();
    }

    /** The right to read from the source, until it is ended or closed. */
    final class Turn implements AutoCloseable {
        private final AtomicBoolean over = new AtomicBoolean();

        /** Lets the next one read. Repeating it is harmless. */
        void end() {
            if (over.compareAndSet(false, true)) {
                turns.release();
            }
        }

        @Override
        public void close() {
            end();
        }
    }
}
