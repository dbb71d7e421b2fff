package dev.longshore.worker.stream;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A fixed number of buffers for blocks on their way to the store: bounds the memory of a process, however many runs it works on. */
final class BlockBuffers {
    private static final byte[] NOT_MADE_YET = new byte[0];

    private final BlockingQueue<byte[]> free = new LinkedBlockingQueue<>();

    BlockBuffers(int count) {
        for (int i = 0; i < count; i++) {
            free.add(NOT_MADE_YET);
        }
    }

    /** Waits for a buffer and copies the block into it. Every buffer must be given back. */
    byte[] copyOf(byte[] block, int length) throws InterruptedException {
        byte[] buffer = free.take();
        if (buffer.length < length) {
            buffer = new byte[block.length];
        }
        System.arraycopy(block, 0, buffer, 0, length);
        return buffer;
    }

    void giveBack(byte[] buffer) {
        free.add(buffer);
    }
}
