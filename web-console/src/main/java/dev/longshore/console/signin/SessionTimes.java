package dev.longshore.console.signin;

import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When a session began and when it was last used. */
public record SessionTimes(Instant signedInAt, Instant lastUsedAt) implements Serializable {
    private static final String ATTRIBUTE = SessionTimes.class.getName();

    /** Empty for a session in which nobody signed in. */
    public static Optional<SessionTimes> of(HttpSession session) {
        return session.getAttribute(ATTRIBUTE) instanceof SessionTimes times ? Optional.of(times) : Optional.empty();
    }

    static void begin(HttpSession session, Instant now) {
        session.setAttribute(ATTRIBUTE, new SessionTimes(now, now));
    }

    void keepUsed(HttpSession session, Instant now) {
        session.setAttribute(ATTRIBUTE, new SessionTimes(signedInAt, now));
    }

    boolean isOver(Instant now, Duration idle, Duration lifetime) {
        return !now.isBefore(lastUsedAt.plus(idle)) || !now.isBefore(signedInAt.plus(lifetime));
    }
}
