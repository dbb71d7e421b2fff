package dev.longshore.console.user;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param sources null or absent for all */
record UpdateUserRequest(
        @Schema(
                requiredMode = RequiredMode.REQUIRED,
                allowableValues = {"VIEWER", "EXPORTER", "ADMIN"})
        @Nullable
        String role,

        @Schema(description = "null or absent for all") @Nullable
        List<@Nullable String> sources,

        @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable
        Boolean enabled) {}
