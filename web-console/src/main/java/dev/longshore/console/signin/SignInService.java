package dev.longshore.console.signin;

import dev.longshore.console.Caller;
import dev.longshore.console.user.LocalUsers;
import dev.longshore.platform.audit.AuditActor;
import dev.longshore.platform.audit.AuditEntry;
import dev.longshore.platform.audit.AuditTrail;
import dev.longshore.platform.time.Micros;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.transaction.annotation.Transactional;

/** Notes who came in, who did not, and who left. */
class SignInService {
    /** What somebody typed who is no user may be a password: it is not written down. */
    private static final String NOBODY = "unknown";

    private final LocalUsers users;
    private final AuditTrail trail;
    private final InstantSource clock;

    SignInService(LocalUsers users, AuditTrail trail, InstantSource clock) {
        this.users = users;
        this.trail = trail;
        this.clock = clock;
    }

    /** A session of this user begins now. */
    @Transactional
    public void begin(HttpSession session, Authentication user) {
        Instant now = Micros.now(clock);
        if (user.getPrincipal() instanceof Caller caller) {
            if (caller.way() == Caller.Way.SESSION) {
                users.signedIn(caller.name(), now);
            }
            trail.record(actor(caller, user), AuditEntry.of("SIGNED_IN", "USER", caller.name()), now);
        }
        SessionTimes.begin(session, now);
    }

    /** A password was wrong. Tries that had to wait are not noted: they are as many as somebody likes. */
    @Transactional
    public void refused(String typedName, PasswordGate.Attempt attempt) {
        String name = users.knownName(typedName).orElse(NOBODY);
        trail.record(
                new AuditActor(name, null, attempt.address()),
                AuditEntry.of("SIGN_IN_REFUSED", "USER", name).with("way", attempt.way()),
                Micros.now(clock));
    }

    /** A session ends at the user's wish. */
    @Transactional
    public void end(@Nullable Authentication user) {
        if (user != null && user.getPrincipal() instanceof Caller caller) {
            trail.record(actor(caller, user), AuditEntry.of("SIGNED_OUT", "USER", caller.name()), Micros.now(clock));
        }
    }

    private static AuditActor actor(Caller caller, Authentication user) {
        String address = user.getDetails() instanceof PasswordGate.Attempt attempt ? attempt.address() : null;
        return new AuditActor(caller.name(), caller.rights().role().name(), address);
    }
}
