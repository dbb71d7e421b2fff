package dev.longshore.platform.outbox;

/** Messages to be sent once the current transaction has committed, and only then. */
public interface Outbox {
    /**
     * Stores a message with the state change that caused it. It is encoded at once, so that a broken message fails the
     * transaction and not the relay. It reaches Kafka at least once; consumers drop repetitions by the {@code event-id}
     * header or by its effect. Messages of one key keep their order when the caller holds the lock of the row that the
     * key names.
     *
     * @throws IllegalStateException outside of a transaction
     */
    void append(OutboxMessage message);
}
