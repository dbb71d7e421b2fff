package dev.longshore.worker.stream;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread that takes blocks over, so that the next one can be encoded while this one is hashed and written. Work is done in
 * the order in which it is given. After the first failure no work is done any more, and everything given later fails like it.
 * The thread ends while there is nothing to do.
 */
final class BlockPipe {
    private static final Logger log = LoggerFactory.getLogger(BlockPipe.class);

    private final BlockBuffers buffers;
    private final ExecutorService thread;
    private volatile @Nullable RuntimeException failure;

    BlockPipe(String name, BlockBuffers buffers) {
        this.buffers = buffers;
        ThreadPoolExecutor executor =
                new ThreadPoolExecutor(1, 1, 5, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                    Thread made = new Thread(work, name);
                    made.setDaemon(true);
                    return made;
                });
        executor.allowCoreThreadTimeOut(true);
        this.thread = executor;
    }

    /** Copies a block and has it worked on; waits while too many are on their way. */
    void put(byte[] block, int length, Consumer<byte[]> work) {
        throwIfFailed();
        byte[] copy;
        try {
            copy = buffers.copyOf(block, length);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the store", e);
        }
        thread.execute(() -> {
            try {
                attempt(() -> work.accept(copy));
            } finally {
                buffers.giveBack(copy);
            }
        });
    }

    /** Has something done behind all blocks so far. */
    CompletableFuture<Void> then(Runnable work) {
        return CompletableFuture.runAsync(
                () -> {
                    attempt(work);
                    throwIfFailed();
                },
                thread);
    }

    private void attempt(Runnable work) {
        if (failure != null) {
            return;
        }
        try {
            work.run();
        } catch (RuntimeException e) {
            failure = e;
        } catch (Error e) {
            failure = new IllegalStateException("the thread that writes blocks failed", e);
        }
    }

    private void throwIfFailed() {
        RuntimeException known = failure;
        if (known != null) {
            throw known;
        }
    }

    /**
     * Takes no more work; what was given is still done.
     *
     * @param last is done at the very end, whatever failed before
     */
    void close(Runnable last) {
        thread.execute(() -> {
            try {
                last.run();
            } catch (RuntimeException e) {
                log.warn("A streamed file could not be closed: {}", e.toString());
            }
        });
        thread.shutdown();
    }
}
