package dev.longshore.scheduler.idempotency;

import dev.longshore.platform.time.Ids;
import dev.longshore.platform.web.ConflictException;
import dev.longshore.platform.web.InvalidRequestException;
import dev.longshore.scheduler.clock.DatabaseClock;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets a client repeat a request that creates something without creating it twice. A key belongs to a user and an
 * operation, is written in the transaction that creates, and is forgotten after a day.
 */
public class IdempotencyService {
    private static final int MAX_KEY = 200;
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
        var value = key.value().get();
        if (value.isBlank() || value.length() > MAX_KEY) {
            throw InvalidRequestException.of(
                    "Idempotency-Key", value, "must have 1 to %d characters".formatted(MAX_KEY));
        }
        var hash = sha256(key.request());
        dao.deleteOlderThan(now.minus(REMEMBERED));
        if (dao.insertIfFirst(key.caller(), operation, value, hash, id, now)) {
            create.accept(id);
            return id;
        }
        var used = dao.find(key.caller(), operation, value).orElseThrow();
        if (!used.requestSha256().equals(hash)) {
            throw new ConflictException(
                    "idempotency-key-reused", "This Idempotency-Key came with another request: use a new one");
        }
        return used.resourceId();
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
