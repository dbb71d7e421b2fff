package dev.longshore.artifact;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Has the disk begin with a file while it is still being written, so that the sync at its end is short: what is written comes
 * from the network at about the speed of a disk, and one after the other would take twice as long.
 */
final class EarlySync {
    private static final long EVERY_BYTES = 16L << 20;

    private final Sync sync;
    private final Executor syncer;
    private final AtomicBoolean asked = new AtomicBoolean();
    /** Held while a sync is under way; guards what follows. */
    private final ReentrantLock underWay = new ReentrantLock();

    private boolean finished;
    private @Nullable IOException failure;
    private long syncedBytes;

    EarlySync(Sync sync, Executor syncer) {
        this.sync = sync;
        this.syncer = syncer;
    }

    /** One thread for all files of a store; it ends when there is nothing to sync. */
    static Executor newSyncer() {
        return new ThreadPoolExecutor(0, 1, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
            Thread thread = new Thread(task, "artifact-store-sync");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** To be told after each write how far the file has come. */
    void wrote(long bytes) {
        if (bytes - syncedBytes >= EVERY_BYTES && asked.compareAndSet(false, true)) {
            syncedBytes = bytes;
            syncer.execute(this::begin);
        }
    }

    /**
     * To be called before the last sync of the file. Waits for one that is under way, and sees to it that none begins later: the
     * system reports a failed write only once, to whoever syncs first, and the last sync would then succeed.
     *
     * @throws IOException what an early sync has failed with
     */
    void finish() throws IOException {
        underWay.lock();
        try {
            finished = true;
            if (failure != null) {
                throw failure;
            }
        } finally {
            underWay.unlock();
        }
    }

    private void begin() {
        underWay.lock();
        try {
            if (!finished) {
                sync.run();
            }
        } catch (ClosedChannelException e) {
            // The file was given up meanwhile.
            return;
        } catch (IOException e) {
            failure = failure == null ? e : failure;
        } finally {
            underWay.unlock();
            asked.set(false);
        }
    }

    /** Has what was written so far put on the disk. */
    @FunctionalInterface
    interface Sync {
        void run() throws IOException;
    }
}
