package dev.longshore.artifact;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Has the disk begin with a file while it is still being written, so that the sync at its end is short: what is written comes
 * from the network at about the speed of a disk, and one after the other would take twice as long.
 */
final class EarlySync {
    private static final long EVERY_BYTES = 16L << 20;

    private final FileChannel channel;
    private final Executor syncer;
    private final AtomicBoolean underWay = new AtomicBoolean();
    private final AtomicReference<@Nullable IOException> failure = new AtomicReference<>();
    private long syncedBytes;

    EarlySync(FileChannel channel, Executor syncer) {
        this.channel = channel;
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
        if (bytes - syncedBytes >= EVERY_BYTES && underWay.compareAndSet(false, true)) {
            syncedBytes = bytes;
            syncer.execute(this::sync);
        }
    }

    /** The system reports a failed sync only once: it counts, whoever was told. */
    void throwIfFailed() throws IOException {
        IOException failed = failure.get();
        if (failed != null) {
            throw failed;
        }
    }

    private void sync() {
        try {
            channel.force(false);
        } catch (ClosedChannelException e) {
            // The file was completed, and synced, or given up meanwhile.
            return;
        } catch (IOException e) {
            failure.compareAndSet(null, e);
        } finally {
            underWay.set(false);
        }
    }
}
