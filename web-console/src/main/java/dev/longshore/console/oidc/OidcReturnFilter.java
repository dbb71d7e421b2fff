package dev.longshore.console.oidc;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;

/** Before a browser is sent to the provider: notes where it comes back to, and whether the provider is there at all. */
final class OidcReturnFilter extends OncePerRequestFilter {
    private static final Logger log = LoggerFactory.getLogger(OidcReturnFilter.class);

    private final OidcProviderClient provider;

    OidcReturnFilter(OidcProviderClient provider) {
        this.provider = provider;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().equals(OidcSignIn.LOCATION);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            var unused = provider.registration();
        } catch (RuntimeException e) {
            log.warn("Nobody can sign in, because the provider is not to be used", e);
            response.sendRedirect("/sign-in?error=oidc-unavailable");
            return;
        }
        request.getSession().setAttribute(OidcSignIn.RETURN, ReturnPath.of(request.getParameter("returnTo")));
        chain.doFilter(request, response);
    }
}
