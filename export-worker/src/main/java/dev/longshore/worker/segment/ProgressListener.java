package dev.longshore.worker.segment;

/** Is told how far a piece of work has come, about once per block, by the thread that works; must return at once. */
@FunctionalInterface
public interface ProgressListener {
    ProgressListener NONE = (rows, bytes) -> {};

    /**
     * @param rows finished since the beginning of this piece of work
     * @param plainBytes finished since then, before compression
     */
    void advanced(long rows, long plainBytes);
}
