package dev.longshore.console.signin;

import dev.longshore.console.Caller;
import dev.longshore.console.ProblemCodec;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfException;

/** What those are told who are not let in. */
final class RefusalResolver {
    private static final Logger log = LoggerFactory.getLogger(RefusalResolver.class);

    private final ProblemCodec problems;

    RefusalResolver(ProblemCodec problems) {
        this.problems = problems;
    }

    /**
     * A call without credentials, or with wrong ones. The challenge names Bearer, not Basic: one for Basic would make
     * browsers ask in a window of their own.
     */
    void signInRequired(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        if (!answered(response, e)) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"longshore\"");
            problems.write(
                    response,
                    HttpStatus.UNAUTHORIZED,
                    "sign-in-required",
                    "Sign in, or send a valid user and password.");
        }
    }

    /** The form, wrongly filled in. */
    void wrongCredentials(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        if (!answered(response, e)) {
            problems.write(response, HttpStatus.UNAUTHORIZED, "wrong-credentials", "User or password is wrong.");
        }
    }

    void denied(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e) throws IOException {
        Authentication caller = SecurityContextHolder.getContext().getAuthentication();
        // The path is still encoded, so that nobody writes a line of the log himself.
        log.info(
                "Refused, {}: user={} address={} call={} {}",
                e instanceof CsrfException ? "without a CSRF token" : "the rights do not suffice",
                caller == null ? "unknown" : caller.getName(),
                request.getRemoteAddr(),
                request.getMethod(),
                request.getRequestURI());
        if (e instanceof CsrfException) {
            problems.write(
                    response,
                    HttpStatus.FORBIDDEN,
                    "csrf-token-missing",
                    "The request lacks a valid CSRF token. Reload the page and try again.");
        } else if (isByToken(caller)) {
            problems.write(
                    response,
                    HttpStatus.FORBIDDEN,
                    "not-with-a-token",
                    "This cannot be done with a token. Sign in, or send user and password.");
        } else {
            problems.write(response, HttpStatus.FORBIDDEN, "forbidden", "This needs a role that you do not have.");
        }
    }

    private static boolean isByToken(@Nullable Authentication user) {
        return user != null && user.getPrincipal() instanceof Caller caller && caller.way() == Caller.Way.TOKEN;
    }

    void throttled(HttpServletResponse response, ThrottledException e) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(e.waitingSeconds()));
        problems.write(
                response,
                HttpStatus.TOO_MANY_REQUESTS,
                "sign-in-throttled",
                "Too many sign-ins failed. Try again in %d s.".formatted(e.waitingSeconds()));
    }

    private boolean answered(HttpServletResponse response, AuthenticationException e) throws IOException {
        if (e instanceof ThrottledException throttled) {
            throttled(response, throttled);
            return true;
        }
        if (e instanceof InternalAuthenticationServiceException) {
            problems.write(
                    response,
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "sign-in-unavailable",
                    "Signing in is not possible at the moment. Try again in a little while.");
            return true;
        }
        return false;
    }
}
