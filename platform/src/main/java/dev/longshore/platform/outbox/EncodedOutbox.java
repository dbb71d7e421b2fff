package dev.longshore.platform.outbox;

/** The outbox for messages that are sent again: bytes and schema stay those of the first time. */
public interface EncodedOutbox {
    /**
     * Stores a message with the state change that caused it, as {@link Outbox#append} does, and does not encode it anew.
     *
     * @throws IllegalStateException outside of a transaction
     */
    void appendEncoded(EncodedMessage message);
}
