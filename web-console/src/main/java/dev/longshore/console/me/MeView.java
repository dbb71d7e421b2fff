package dev.longshore.console.me;

import dev.longshore.console.Role;
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
        List<Role> roles,
        @Nullable List<String> sources,
        boolean administrator,
        boolean passwordChangeRequired,
        SignedInBy signedInBy,
        @Nullable Instant sessionEndsAt) {
    /** How the caller proved who he is. */
    enum SignedInBy {
        PASSWORD,
        TOKEN,
        OIDC
    }
}
