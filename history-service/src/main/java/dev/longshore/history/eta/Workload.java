package dev.longshore.history.eta;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run has to do and has done, as the estimator sees it.
 *
 * @param keys keys of the plan
 * @param chunks chunks of the plan
 * @param expectedRows rows that the plan expects; null when unknown
 * @param expectedBytes bytes that the plan expects, before compression; null when unknown
 * @param chunksDone finished chunks
 * @param keysDone keys of finished chunks
 * @param rowsDone rows of finished chunks
 * @param bytesDone bytes of finished chunks, before compression
 * @param open chunks that attempts hold; lost ones among them
 * @param files how far the files are; null while chunks are exported
 */
record Workload(
        long keys,
        int chunks,
        @Nullable Long expectedRows,
        @Nullable Long expectedBytes,
        long chunksDone,
        long keysDone,
        long rowsDone,
        long bytesDone,
        List<OpenChunk> open,
        @Nullable FilesWork files) {
    Workload {
        open = List.copyOf(open);
    }

    /** Keys of a chunk: all have the same number, but for the last. */
    double keysPerChunk() {
        return chunks == 0 ? 0 : (double) keys / chunks;
    }
}
