package dev.longshore.console.user;

import dev.longshore.console.Caller;
import dev.longshore.console.Caller.PasswordState;
import dev.longshore.platform.audit.AuditEntry;
import dev.longshore.platform.audit.AuditTrail;
import dev.longshore.platform.time.Micros;
import dev.longshore.platform.web.FieldProblem;
import dev.longshore.platform.web.InvalidRequestException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.List;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.annotation.Transactional;

/** Lets users change their own passwords. */
public class PasswordService {
    private final LocalUserDao users;
    private final PasswordEncoder encoder;
    private final AdminPasswordFile file;
    private final AuditTrail trail;
    private final InstantSource clock;

    PasswordService(
            LocalUserDao users,
            PasswordEncoder encoder,
            AdminPasswordFile file,
            AuditTrail trail,
            InstantSource clock) {
        this.users = users;
        this.encoder = encoder;
        this.file = file;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Sets a new password. Sessions that began with the old one end at their next call.
     *
     * @param caller whose present password was checked just now
     * @return the caller as he is from now on
     * @throws InvalidRequestException when the new password is not good enough
     */
    @Transactional
    public Caller change(Caller caller, String newPassword) {
        LocalUserRow row = users.find(caller.name())
                .orElseThrow(() -> new IllegalStateException("the signed-in user vanished: " + caller.name()));
        String problem = PasswordPolicy.problem(newPassword, row.name()).orElse(null);
        if (problem == null && encoder.matches(newPassword, row.passwordHash())) {
            problem = "must not be the present password";
        }
        if (problem != null) {
            throw new InvalidRequestException(List.of(new FieldProblem("newPassword", null, problem)));
        }
        String hash = encoder.encode(newPassword);
        if (hash == null || users.updatePassword(row.name(), row.version(), hash, PasswordState.OWN) == 0) {
            throw new InvalidRequestException(
                    List.of(new FieldProblem("currentPassword", null, "was changed meanwhile; sign in again")));
        }
        trail.record(AuditEntry.of("PASSWORD_CHANGED", "USER", row.name()).named(row.name()), Micros.now(clock));
        return new Caller(row.name(), row.rights(), caller.way(), PasswordState.OWN, row.version() + 1);
    }

    /** Removes the file with the first administrator's password once that opens nothing any more. Harmless to repeat. */
    public void forgetGenerated() {
        try {
            file.withdraw();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
