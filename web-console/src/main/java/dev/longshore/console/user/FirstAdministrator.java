package dev.longshore.console.user;

import dev.longshore.console.Caller.PasswordState;
import dev.longshore.console.Role;
import dev.longshore.platform.time.Micros;
import java.io.IOException;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Creates the user {@code admin} when there is no user at all. The file is written before the user: after a crash in
 * between, the next start takes the password from the file. Several instances that start at once agree on one password
 * where they share the file; where they do not, the one whose user was stored keeps its file and the others remove
 * theirs. The password itself is never logged.
 */
final class FirstAdministrator implements ApplicationRunner {
    static final String NAME = "admin";

    private static final Logger log = LoggerFactory.getLogger(FirstAdministrator.class);

    private final LocalUserDao users;
    private final AdminPasswordFile file;
    private final PasswordEncoder encoder;
    private final InstantSource clock;

    FirstAdministrator(LocalUserDao users, AdminPasswordFile file, PasswordEncoder encoder, InstantSource clock) {
        this.users = users;
        this.file = file;
        this.encoder = encoder;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        if (users.hasAny()) {
            return;
        }
        AdminPasswordFile.Offer offer = file.offer(GeneratedPassword.next());
        String hash = encoder.encode(offer.password());
        if (hash == null) {
            throw new IllegalStateException("the password was not encoded");
        }
        if (users.insert(NAME, hash, Role.ADMIN, null, PasswordState.GENERATED, Micros.now(clock), null) == 1) {
            log.info("Created the user {}; the password is in {}", NAME, file.path());
            return;
        }
        boolean ours = users.find(NAME)
                .map(row -> encoder.matches(offer.password(), row.passwordHash()))
                .orElse(false);
        if (offer.written() && !ours) {
            file.withdraw();
        }
    }
}
