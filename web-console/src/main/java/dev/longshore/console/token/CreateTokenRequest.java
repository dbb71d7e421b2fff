package dev.longshore.console.token;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param sources null or absent for all that the owner may see
 * @param expiresInDays 90 if null or absent
 */
record CreateTokenRequest(
        @Nullable String name,
        @Nullable String role,
        @Nullable List<@Nullable String> sources,
        @Nullable Integer expiresInDays) {}
