package dev.longshore.console.signin;

import dev.longshore.console.Caller;
import dev.longshore.console.ProblemCodec;
import dev.longshore.console.user.LocalUsers;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session that is too old, unused for too long, or of a user who was changed since it began. The user is read at
 * each call, so that a change holds at once and for the sessions of every instance.
 */
final class SessionFilter extends OncePerRequestFilter {
    private static final Logger log = LoggerFactory.getLogger(SessionFilter.class);
    private static final String EVENT_STREAM = "/api/v1/runs/stream";

    private final LocalUsers users;
    private final Duration lifetime;
    private final InstantSource clock;
    private final ProblemCodec problems;

    SessionFilter(LocalUsers users, Duration lifetime, InstantSource clock, ProblemCodec problems) {
        this.users = users;
        this.lifetime = lifetime;
        this.clock = clock;
        this.problems = problems;
    }

    /** Pages and their files say nothing about anybody. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        HttpSession session = request.getSession(false);
        if (authentication != null && authentication.getPrincipal() instanceof Caller caller && session != null) {
            boolean current;
            try {
                current = isCurrent(caller);
            } catch (RuntimeException e) {
                log.warn("The user of a session cannot be read; the call is refused: {}", e.toString());
                problems.write(
                        response,
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "sign-in-unavailable",
                        "Signing in is not possible at the moment. Try again in a little while.");
                return;
            }
            keepOrEnd(session, current, !request.getRequestURI().equals(EVENT_STREAM));
        }
        chain.doFilter(request, response);
    }

    /** A provider's user has no record here: the session's own limits hold. */
    private boolean isCurrent(Caller caller) {
        return caller.way() == Caller.Way.OIDC
                || users.find(caller.name(), caller.way()).equals(Optional.of(caller));
    }

    /** @param isUse false for what pages do by themselves, for as long as they are open */
    private void keepOrEnd(HttpSession session, boolean current, boolean isUse) {
        Instant now = clock.instant();
        Duration idle = Duration.ofSeconds(session.getMaxInactiveInterval());
        Optional<SessionTimes> times = SessionTimes.of(session).filter(known -> !known.isOver(now, idle, lifetime));
        if (times.isEmpty() || !current) {
            session.invalidate();
            SecurityContextHolder.clearContext();
        } else if (isUse) {
            times.get().keepUsed(session, now);
        }
    }
}
