package dev.longshore.artifact;

/**
 * Writes one staging object, streaming. Nobody can read the object before {@link #commit()}; closing without a commit, or a
 * crash, leaves no object. Not safe for use by several threads.
 *
 * <p>Every method may throw {@link StoreFullException} and {@link StoreUnavailableException}.
 */
public interface StagedWriter extends AutoCloseable {
    void write(byte[] bytes, int offset, int length);

    /** Number of bytes written so far. */
    long bytes();

    /**
     * Makes the object durable, then visible under its name; an object of that name that was there before is replaced.
     * Nothing can be written afterwards.
     */
    void commit();

    /** Gives up what was not committed. Repeating it is harmless. */
    @Override
    void close();
}
