package dev.longshore.standalone.sample;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** Makes rows block by block, the next block in another thread while one is taken. */
final class CopyStream {

    private static final int ROWS_OF_BLOCK = 1_000;
    private static final int CAPACITY = 4 * 1024 * 1024;

    private final SampleRows rows;
    private final ExecutorService executor;

    CopyStream(SampleRows rows, ExecutorService executor) {
        this.rows = rows;
        this.executor = executor;
    }

    /** Takes the bytes of a stream in order; they are valid during the call only. */
    interface Sink {
        void take(byte[] bytes, int length) throws IOException;
    }

    /** Sends header, all rows and trailer. */
    void sendTo(Sink sink) throws IOException, InterruptedException {
        var spare = new CopyBuffer(CAPACITY);
        Future<CopyBuffer> next = submit(0, new CopyBuffer(CAPACITY));
        for (long first = 0; first < rows.count(); first += ROWS_OF_BLOCK) {
            var block = await(next);
            if (first + ROWS_OF_BLOCK < rows.count()) {
                next = submit(first + ROWS_OF_BLOCK, spare);
            }
            sink.take(block.bytes(), block.length());
            spare = block;
        }
        spare.clear();
        if (rows.count() == 0) {
            spare.header();
        }
        spare.trailer();
        sink.take(spare.bytes(), spare.length());
    }

    private Future<CopyBuffer> submit(long first, CopyBuffer into) {
        return executor.submit(() -> block(first, into));
    }

    private CopyBuffer block(long first, CopyBuffer into) {
        into.clear();
        if (first == 0) {
            into.header();
        }
        long end = Math.min(rows.count(), first + ROWS_OF_BLOCK);
        for (long index = first; index < end; index++) {
            rows.write(index, into);
        }
        return into;
    }

    private static CopyBuffer await(Future<CopyBuffer> block) throws InterruptedException {
        try {
            return block.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a block of the sample could not be made", e.getCause());
        }
    }
}
