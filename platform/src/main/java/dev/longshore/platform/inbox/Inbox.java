package dev.longshore.platform.inbox;

import java.util.UUID;

/** Remembers which messages a consumer has applied. */
public interface Inbox {
    /**
     * Records the message in the current transaction, together with its effect.
     *
     * @return false when this consumer has recorded it before: it must have no further effect
     */
    boolean recordIfFirst(String consumer, UUID eventId);
}
