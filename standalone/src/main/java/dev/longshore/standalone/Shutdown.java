package dev.longshore.standalone;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes what was started, last first, once. What is added after the closing began is closed at once. */
final class Shutdown implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Shutdown.class);

    private final Deque<Part> started = new ArrayDeque<>();
    private final CountDownLatch requested = new CountDownLatch(1);
    private final CountDownLatch finished = new CountDownLatch(1);

    private record Part(String name, AutoCloseable closeable) {}

    <T extends AutoCloseable> T add(String name, T closeable) {
        synchronized (started) {
            if (requested.getCount() > 0) {
                started.push(new Part(name, closeable));
                return closeable;
            }
        }
        close(new Part(name, closeable));
        throw new IllegalStateException("stopping");
    }

    /** Waits until somebody asks for the end, at most this long. */
    boolean isRequestedWithin(Duration pause) throws InterruptedException {
        return requested.await(pause.toNanos(), TimeUnit.NANOSECONDS);
    }

    boolean isRequested() {
        return requested.getCount() == 0;
    }

    void await() throws InterruptedException {
        finished.await();
    }

    @Override
    public void close() {
        synchronized (started) {
            if (requested.getCount() == 0) {
                return;
            }
            requested.countDown();
        }
        while (!started.isEmpty()) {
            close(started.pop());
        }
        finished.countDown();
    }

    private static void close(Part part) {
        try {
            part.closeable().close();
            log.info("Stopped: {}", part.name());
        } catch (Exception e) {
            log.warn("Could not be stopped in order, the rest is stopped anyway: {}", part.name(), e);
        }
    }
}
