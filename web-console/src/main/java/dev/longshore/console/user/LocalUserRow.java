package dev.longshore.console.user;

import dev.longshore.console.Caller;
import dev.longshore.console.Caller.PasswordState;
import dev.longshore.console.Rights;
import dev.longshore.console.Role;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param passwordHash with the scheme's id in front, as {@code {bcrypt}...} */
record LocalUserRow(
        String name,
        String passwordHash,
        Role role,
        @Nullable List<String> sources,
        boolean enabled,
        PasswordState passwordState,
        long version,
        Instant createdAt,
        @Nullable String createdBy,
        @Nullable Instant lastSignedInAt) {
    Rights rights() {
        return new Rights(role, sources);
    }

    Caller as(Caller.Way way) {
        return new Caller(name, rights(), way, passwordState, version);
    }

    /** Without the hash. */
    @Override
    public String toString() {
        return "LocalUserRow[name=" + name + ", version=" + version + "]";
    }
}
