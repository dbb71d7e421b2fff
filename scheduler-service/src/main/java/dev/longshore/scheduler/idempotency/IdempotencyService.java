package dev.longshore.scheduler.idempotency;

import dev.longshore.platform.time.Ids;
import dev.longshore.platform.web.ConflictException;
import dev.longshore.platform.web.IdempotencyKey;
import dev.longshore.scheduler.clock.DatabaseClock;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets a client repeat a request that creates something without creating it twice. A key belongs to a user and an
 * operation, is written in the transaction that creates, and is forgotten after a day.
 */
public class IdempotencyService {
    private static final Duration REMEMBERED = Duration.ofDays(1);

    private final IdempotencyKeyDao dao;
    private final DatabaseClock clock;

    IdempotencyService(IdempotencyKeyDao dao, DatabaseClock clock) {
        this.dao = dao;
        this.clock = clock;
    }

    /**
     * Creates something under a new identity, or answers the identity that it got when the same request came before.
     *
     * @param operation what is created where, so that one key may serve two operations
     * @param create creates it, in the caller's transaction
     * @throws ConflictException when the key came with another request before
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID once(RequestKey key, String operation, Consumer<UUID> create) {
        var now = clock.now();
        var id = Ids.timeOrdered(now);
        if (key.value().isEmpty()) {
            create.accept(id);
            return id;
        }
        var sent = new IdempotencyKey(key.value().get());
        var hash = sent.hashOf(key.request());
        dao.deleteOlderThan(now.minus(REMEMBERED));
        if (dao.insertIfFirst(key.caller(), operation, sent.requireValue(), hash, id, now)) {
            create.accept(id);
            return id;
        }
        var used = dao.find(key.caller(), operation, sent.requireValue()).orElseThrow();
        sent.requireSame(hash, used.requestSha256());
        return used.resourceId();
    }
}
