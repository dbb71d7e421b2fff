package dev.longshore.console.token;

import dev.longshore.console.Rights;
import dev.longshore.console.Role;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A token without its secret, of which nothing but a digest is kept. */
record AccessTokenRow(
        UUID id,
        String userName,
        String name,
        Role role,
        @Nullable List<String> sources,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant lastUsedAt) {
    Rights rights() {
        return new Rights(role, sources);
    }

    boolean isExpired(Instant now) {
        return !now.isBefore(expiresAt);
    }
}
