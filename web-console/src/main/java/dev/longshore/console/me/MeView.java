package dev.longshore.console.me;

import dev.longshore.console.Role;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is signed in.
 *
 * @param roles of this user: one, which contains the lesser ones
 * @param sources that this caller sees; null for all
 * @param administrator whether the installation may be administered: ADMIN for all sources
 * @param sessionEndsAt at the latest; null for a call without a session
 */
record MeView(
        String name,

        @Schema(description = "one, which contains the lesser ones")
        List<Role> roles,

        @Schema(description = "sources that the caller sees; null for all") @Nullable
        List<String> sources,

        @Schema(description = "may administer the installation: ADMIN for all sources")
        boolean administrator,

        @Schema(description = "until the password is changed, nothing else is answered")
        boolean passwordChangeRequired,

        SignedInBy signedInBy,

        @Schema(description = "at the latest; null for a call without a session") @Nullable
        Instant sessionEndsAt) {
    /** How the caller proved who he is. */
    enum SignedInBy {
        PASSWORD,
        TOKEN,
        OIDC
    }
}
