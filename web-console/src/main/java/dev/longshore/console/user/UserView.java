package dev.longshore.console.user;

import dev.longshore.console.Caller.PasswordState;
import dev.longshore.console.Role;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A user, without anything that opens a door.
 *
 * @param sources null for all
 * @param createdBy null for the first administrator
 */
record UserView(
        String name,
        Role role,

        @Schema(description = "null for all, also those to come") @Nullable
        List<String> sources,

        boolean enabled,
        boolean passwordChangeRequired,
        @Nullable Instant lastSignedInAt,
        Instant createdAt,

        @Schema(description = "null for the first administrator") @Nullable
        String createdBy,

        @Schema(description = "rises with every change; also the ETag")
        long version) {
    static UserView of(LocalUserRow row) {
        return new UserView(
                row.name(),
                row.role(),
                row.sources(),
                row.enabled(),
                row.passwordState() != PasswordState.OWN,
                row.lastSignedInAt(),
                row.createdAt(),
                row.createdBy(),
                row.version());
    }
}
