package dev.longshore.console.signin;

import dev.longshore.console.Caller;
import dev.longshore.console.ProblemCodec;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Opens nothing but the change of a password to a user whose password others know. */
final class PasswordChangeFilter extends OncePerRequestFilter {
    private static final Set<String> OPEN =
            Set.of("/api/v1/me", "/api/v1/me/password", "/api/v1/me/preferences", "/api/v1/sign-in");

    private final ProblemCodec problems;

    PasswordChangeFilter(ProblemCodec problems) {
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return !path.startsWith("/api/") || OPEN.contains(path);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null
                && authentication.getPrincipal() instanceof Caller caller
                && caller.mustChangePasswordFirst()) {
            problems.write(
                    response,
                    HttpStatus.FORBIDDEN,
                    "password-change-required",
                    "Your password was given to you and must be changed first: POST /api/v1/me/password");
            return;
        }
        chain.doFilter(request, response);
    }
}
