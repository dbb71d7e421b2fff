package dev.longshore.console.signin;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Too many sign-ins failed; says how long to wait before the next. */
final class ThrottledException extends AuthenticationException {
    private static final long serialVersionUID = 1L;

    private final Duration waiting;

    ThrottledException(Duration waiting) {
        super("too many failed sign-ins");
        this.waiting = waiting;
    }

    /** Whole seconds, rounded up. */
    long waitingSeconds() {
        return Math.max(1, waiting.plusMillis(999).toSeconds());
    }
}
