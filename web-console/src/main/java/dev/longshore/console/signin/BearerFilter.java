package dev.longshore.console.signin;

import dev.longshore.console.Caller;
import dev.longshore.console.ProblemCodec;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets in who sends a good token in the Authorization header. Tokens in addresses and forms are not looked for. */
final class BearerFilter extends OncePerRequestFilter {
    private static final Logger log = LoggerFactory.getLogger(BearerFilter.class);
    private static final String SCHEME = "Bearer ";

    private final Function<String, Optional<Caller>> callers;
    private final ProblemCodec problems;

    /** @param callers who sends this token; empty when it is no good one */
    BearerFilter(Function<String, Optional<Caller>> callers, ProblemCodec problems) {
        this.callers = callers;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            Optional<Caller> caller;
            try {
                caller = callers.apply(header.substring(SCHEME.length()).strip());
            } catch (RuntimeException e) {
                log.warn("A token cannot be checked; the call is refused: {}", e.toString());
                problems.write(
                        response,
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "sign-in-unavailable",
                        "Signing in is not possible at the moment. Try again in a little while.");
                return;
            }
            caller.ifPresent(known -> letIn(request, known));
        }
        chain.doFilter(request, response);
    }

    private static void letIn(HttpServletRequest request, Caller caller) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                PasswordGate.authenticated(caller, new PasswordGate.Attempt(request.getRemoteAddr(), caller.way())));
        SecurityContextHolder.setContext(context);
    }
}
