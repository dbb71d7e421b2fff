package dev.longshore.worker.source;

/**
 * The Contact History that is exported from; only ever read. All methods throw {@link SourceFailure} when the source fails and
 * {@link StoppedException} soon after the signal was given. Safe for use by many threads.
 */
public interface ContactSource extends AutoCloseable {
    /**
     * Makes sure that the type's view exists with all columns of accepted types and may be read. The failure's message names
     * what is missing and what to do.
     */
    void check(Selection selection);

    /**
     * Cuts the window into chunks of that many keys; the last one of a run may be smaller. The entity types of the selection
     * are not looked at, so that an index alone can answer; they make chunks export fewer rows than they have keys.
     */
    ChunkPlan plan(Selection selection, int keysPerChunk, StopSignal stop);

    /**
     * Streams the records of a range, in order, as of one snapshot. Memory does not grow with the number of records; one
     * record at a time is held.
     *
     * @return number of records given to the sink
     */
    long read(Selection selection, KeyRange range, RecordSink sink, StopSignal stop);

    /** Gives back connections. */
    @Override
    void close();
}
