package dev.longshore.worker.segment;

import java.util.List;

/** Where a segment's stored blocks go. Used by one thread at a time. */
public interface BlockDestination extends AutoCloseable {
    /**
     * Appends a block.
     *
     * @param stored lent: changes after the call; the first {@code block.storedLength()} bytes count
     */
    void append(IndexedBlock block, byte[] stored);

    /** To be called when no block follows, as soon as that is known; returns at once. */
    void end();

    /**
     * Stores the segment's index as the last bytes of the segment's object, and waits until everything is durable.
     *
     * @return where it all is
     */
    Stored complete(byte[] index);

    /** Gives up what was not completed. Repeating it is harmless. */
    @Override
    void close();

    /**
     * Where a segment is.
     *
     * @param objectBytes size of the segment's object
     * @param extents of the blocks; empty when they are in the segment's object themselves
     */
    record Stored(long objectBytes, List<Extent> extents) {}
}
