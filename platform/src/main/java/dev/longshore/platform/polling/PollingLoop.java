package dev.longshore.platform.polling;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * A thread that takes one step at a time: at once while there is more to do or somebody woke it, otherwise after an
 * interval. A failing step is counted, logged once until a step succeeds again, and tried again after the interval.
 * Stopping lets the step under way finish.
 */
public final class PollingLoop implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(PollingLoop.class);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

    private final String name;
    private final Duration interval;
    private final Step step;
    private final Counter failures;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition woken = lock.newCondition();
    private boolean wakeRequested;
    private boolean stopRequested;
    private boolean failing;
    private volatile @Nullable Thread thread;

    /** One step of a loop. */
    @FunctionalInterface
    public interface Step {
        /** @return whether there is more to do at once */
        boolean run() throws Exception;
    }

    /**
     * @param name lower case with hyphens; names the thread and the metric {@code longshore.loop.failures}
     * @param interval longest pause between two steps
     */
    public PollingLoop(String name, Duration interval, Step step, MeterRegistry meters) {
        this.name = name;
        this.interval = interval;
        this.step = step;
        this.failures = meters.counter("longshore.loop.failures", "loop", name);
    }

    /** Ends the pause, or makes the next one not happen. Cheap, and safe from any thread. */
    public void wake() {
        lock.lock();
        try {
            wakeRequested = true;
            woken.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void start() {
        lock.lock();
        try {
            if (thread != null) {
                return;
            }
            stopRequested = false;
            Thread starting = new Thread(this::run, name);
            starting.setDaemon(true);
            thread = starting;
            starting.start();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void stop() {
        Thread stopping = thread;
        if (stopping == null) {
            return;
        }
        lock.lock();
        try {
            stopRequested = true;
            woken.signalAll();
        } finally {
            lock.unlock();
        }
        awaitEnd(stopping);
        thread = null;
    }

    @Override
    public boolean isRunning() {
        Thread running = thread;
        return running != null && running.isAlive();
    }

    private void awaitEnd(Thread stopping) {
        try {
            stopping.join(STOP_LIMIT.toMillis());
            if (stopping.isAlive()) {
                log.warn("Loop did not end in time, its step goes on in the background: loop={}", name);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!isStopRequested()) {
            if (!takeStep()) {
                pause();
            }
        }
    }

    private boolean takeStep() {
        try {
            boolean more = step.run();
            if (failing) {
                failing = false;
                log.info("Loop works again: loop={}", name);
            }
            return more;
        } catch (Throwable e) {
            // Errors too: a loop that ended unnoticed would leave its service looking well and doing nothing.
            failures.increment();
            if (!failing) {
                failing = true;
                log.warn("Loop failed and tries again every {} until it works: loop={}", interval, name, e);
            }
            return false;
        }
    }

    private void pause() {
        lock.lock();
        try {
            long left = interval.toNanos();
            while (!wakeRequested && !stopRequested && left > 0) {
                left = woken.awaitNanos(left);
            }
            if (failing && !stopRequested && left > 0) {
                pauseOut(left);
            }
            wakeRequested = false;
        } catch (InterruptedException e) {
            stopRequested = true;
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    /** While steps fail, being woken does not shorten the pause: a busy caller must not turn an outage into a storm. */
    private void pauseOut(long nanos) throws InterruptedException {
        long left = nanos;
        while (!stopRequested && left > 0) {
            left = woken.awaitNanos(left);
        }
    }

    private boolean isStopRequested() {
        lock.lock();
        try {
            return stopRequested;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public String toString() {
        return "PollingLoop[%s every %d ms]".formatted(name, TimeUnit.MILLISECONDS.convert(interval));
    }
}
