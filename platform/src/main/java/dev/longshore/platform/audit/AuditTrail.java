package dev.longshore.platform.audit;

import java.time.Instant;

/** Where acts are recorded, each in the transaction of the act itself: both commit or neither does. */
public interface AuditTrail {
    /**
     * Records what the caller of the current request did. Outside of a request the actor is {@link AuditActor#SYSTEM}.
     *
     * @param at when it was done, by the clock that the act itself was dated by
     * @throws IllegalStateException outside of a transaction
     */
    void record(AuditEntry entry, Instant at);

    /**
     * Records what somebody did who is not the caller of the current request as the service knows it, such as a user who
     * failed to sign in.
     *
     * @param at when it was done
     * @throws IllegalStateException outside of a transaction
     */
    void record(AuditActor actor, AuditEntry entry, Instant at);
}
