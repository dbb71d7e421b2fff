package dev.longshore.platform.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The {@code Idempotency-Key} of a request that creates something, so that a client may send it twice.
 *
 * @param value null when none was sent: then every request creates
 */
public record IdempotencyKey(@Nullable String value) {
    private static final int LONGEST = 200;

    public IdempotencyKey {
        if (value != null && (value.isBlank() || value.length() > LONGEST)) {
            throw InvalidRequestException.of(
                    "Idempotency-Key", value, "must have 1 to %d characters".formatted(LONGEST));
        }
    }

    /** @throws IllegalStateException when none was sent */
    public String requireValue() {
        if (value == null) {
            throw new IllegalStateException("a request without a key cannot have come before");
        }
        return value;
    }

    /** @param request the same text for equal requests */
    public String hashOf(String request) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(request.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** @throws ConflictException when the key came with another request before */
    public void requireSame(String hash, String earlierHash) {
        if (!hash.equals(earlierHash)) {
            throw new ConflictException(
                    "idempotency-key-reused", "This Idempotency-Key came with another request: use a new one");
        }
    }
}
