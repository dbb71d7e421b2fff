package dev.longshore.worker.source;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Tells work in another thread to stop, as when its lease is lost or the run is cancelled. Once stopped it stays stopped. Safe
 * for use by many threads.
 */
public final class StopSignal {
    private final Object lock = new Object();
    private final Set<Runnable> interruptions = new LinkedHashSet<>();
    private volatile boolean stopped;

    /** Stops the work; returns at once. Repeating it is harmless. */
    public void stop() {
        Set<Runnable> toRun;
        synchronized (lock) {
            stopped = true;
            toRun = new LinkedHashSet<>(interruptions);
            interruptions.clear();
        }
        toRun.forEach(Runnable::run);
    }

    public boolean isStopped() {
        return stopped;
    }

    /** Throws {@link StoppedException} once stopped. */
    public void throwIfStopped() {
        if (stopped) {
            throw new StoppedException();
        }
    }

    /**
     * Has an action run, by the thread that stops, when the work must be woken out of a blocking call; at once when already
     * stopped. Closing the registration withdraws it.
     */
    public Registration onStop(Runnable interruption) {
        boolean late;
        synchronized (lock) {
            late = stopped;
            if (!late) {
                interruptions.add(interruption);
            }
        }
        if (late) {
            interruption.run();
        }
        return () -> {
            synchronized (lock) {
                interruptions.remove(interruption);
            }
        };
    }

    /** An action that waits for the stop. */
    @FunctionalInterface
    public interface Registration extends AutoCloseable {
        @Override
        void close();
    }
}
