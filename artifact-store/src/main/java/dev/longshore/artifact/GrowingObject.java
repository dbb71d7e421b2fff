package dev.longshore.artifact;

/**
 * A staging object that can be read while it grows: whatever was synced is durable and there for every reader, at the place at
 * which it was written. After a crash of its writer the object is still there, with at least what was synced; what lies behind
 * that is of no meaning. One thread writes; another may sync meanwhile.
 *
 * <p>Every method may throw {@link StoreFullException} and {@link StoreUnavailableException}.
 */
public interface GrowingObject extends AutoCloseable {
    StagedName name();

    void write(byte[] bytes, int offset, int length);

    /** Number of bytes written so far. */
    long bytes();

    /**
     * Makes durable what was written before the call; allowed after {@link #close} where that is done already. Once it has failed it fails for good: systems report a failed write only
     * once, so a later success would say nothing.
     */
    void sync();

    /**
     * To be called when nothing more will be written: from the next {@link #sync} on the object has exactly the bytes that were
     * written. Repeating it is harmless.
     */
    void end();

    /** Lets go of the object, which stays. Repeating it is harmless. */
    @Override
    void close();
}
