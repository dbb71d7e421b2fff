package dev.longshore.console.token;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param sources null or absent for all that the owner may see
 * @param expiresInDays 90 if null or absent
 */
record CreateTokenRequest(
        @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable
        String name,

        @Schema(
                requiredMode = RequiredMode.REQUIRED,
                allowableValues = {"VIEWER", "EXPORTER", "ADMIN"},
                description = "no higher than one's own")
        @Nullable
        String role,

        @Schema(description = "null or absent for all that the owner may see") @Nullable
        List<@Nullable String> sources,

        @Schema(description = "1 to 365; 90 if null or absent") @Nullable
        Integer expiresInDays) {}
