package dev.longshore.console.token;

import dev.longshore.console.Role;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A token without its secret.
 *
 * @param sources null for all that the owner may see
 * @param lastUsedAt true to about a minute; null before the first use
 */
record TokenView(
        UUID id,
        String user,
        String name,
        Role role,

        @Schema(description = "null for all that the owner may see") @Nullable
        List<String> sources,

        Instant createdAt,
        Instant expiresAt,
        boolean expired,

        @Schema(description = "true to about a minute; null before the first use") @Nullable
        Instant lastUsedAt) {
    static TokenView of(AccessTokenRow row, Instant now) {
        return new TokenView(
                row.id(),
                row.userName(),
                row.name(),
                row.role(),
                row.sources(),
                row.createdAt(),
                row.expiresAt(),
                row.isExpired(now),
                row.lastUsedAt());
    }
}
