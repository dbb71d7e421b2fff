package dev.longshore.console.signin;

import dev.longshore.console.Caller;
import dev.longshore.console.user.LocalUsers;
import dev.longshore.platform.time.Micros;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.security.core.Authentication;
import org.springframework.transaction.annotation.Transactional;

/** Notes who came in. */
class SignInService {
    private final LocalUsers users;
    private final InstantSource clock;

    SignInService(LocalUsers users, InstantSource clock) {
        this.users = users;
        this.clock = clock;
    }

    /** A session of this user begins now. */
    @Transactional
    public void begin(HttpSession session, Authentication user) {
        Instant now = Micros.now(clock);
        if (user.getPrincipal() instanceof Caller caller && caller.way() == Caller.Way.SESSION) {
            users.signedIn(caller.name(), now);
        }
        SessionTimes.begin(session, now);
    }
}
