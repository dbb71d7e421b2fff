package dev.longshore.console.signin;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import org.jspecify.annotations.Nullable;

record ChangePasswordRequest(
        @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable
        String currentPassword,

        @Schema(requiredMode = RequiredMode.REQUIRED, description = "12 to 72 bytes in UTF-8") @Nullable
        String newPassword) {
    /** Without the passwords. */
    @Override
    public String toString() {
        return "ChangePasswordRequest[]";
    }
}
