package dev.longshore.console.user;

import dev.longshore.console.Caller;
import java.time.Instant;
import java.util.Optional;

/** The users of the console's own database as sign-in sees them, read afresh at each call. */
public final class LocalUsers {
    private final LocalUserDao users;
    private final RememberingPasswordEncoder encoder;
    private final String hashOfNobody;

    LocalUsers(LocalUserDao users, RememberingPasswordEncoder encoder) {
        this.users = users;
        this.encoder = encoder;
        String hash = encoder.encode(GeneratedPassword.next());
        if (hash == null) {
            throw new IllegalStateException("the password was not encoded");
        }
        this.hashOfNobody = hash;
    }

    /** The user, if enabled. */
    public Optional<Caller> find(String name, Caller.Way way) {
        return users.find(name).filter(LocalUserRow::enabled).map(row -> row.as(way));
    }

    /** The name of the user, enabled or not, whom somebody may have meant. */
    public Optional<String> knownName(String typedName) {
        return Names.stored(typedName).flatMap(users::find).map(LocalUserRow::name);
    }

    /** The user, if this password matched before in this process: costs next to nothing. */
    public Optional<Caller> remembered(String typedName, String password, Caller.Way way) {
        return enabled(typedName)
                .filter(row -> encoder.remembers(password, row.passwordHash()))
                .map(row -> row.as(way));
    }

    /** The user, if the password is right. Takes as long for a user that does not exist or is disabled. */
    public Optional<Caller> check(String typedName, String password, Caller.Way way) {
        Optional<LocalUserRow> row = enabled(typedName);
        boolean matches =
                encoder.matches(password, row.map(LocalUserRow::passwordHash).orElse(hashOfNobody));
        return row.filter(known -> matches).map(known -> known.as(way));
    }

    /** Notes when somebody last opened a session. */
    public void signedIn(String name, Instant at) {
        if (users.markSignedIn(name, at) == 0) {
            throw new IllegalStateException("the user %s vanished during sign-in".formatted(name));
        }
    }

    private Optional<LocalUserRow> enabled(String typedName) {
        return Names.stored(typedName).flatMap(users::find).filter(LocalUserRow::enabled);
    }
}
