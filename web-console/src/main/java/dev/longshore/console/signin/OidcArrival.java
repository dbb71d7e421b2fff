package dev.longshore.console.signin;

import dev.longshore.console.Caller;
import dev.longshore.console.oidc.OidcSignIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.context.SecurityContextRepository;

/** Takes in whom a provider has signed in: as what he may do here, or not at all. */
final class OidcArrival implements AuthenticationSuccessHandler {
    private final OidcSignIn oidc;
    private final SignInService signIns;
    private final SecurityContextRepository sessions;

    OidcArrival(OidcSignIn oidc, SignInService signIns, SecurityContextRepository sessions) {
        this.oidc = oidc;
        this.signIns = signIns;
        this.sessions = sessions;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication signedIn) throws IOException {
        Optional<Caller> caller = oidc.callerOf(signedIn);
        if (caller.isEmpty()) {
            request.getSession().invalidate();
            SecurityContextHolder.clearContext();
            response.sendRedirect("/sign-in?error=no-role");
            return;
        }
        Authentication own = PasswordGate.authenticated(
                caller.get(), new PasswordGate.Attempt(request.getRemoteAddr(), Caller.Way.OIDC));
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(own);
        SecurityContextHolder.setContext(context);
        sessions.saveContext(context, request, response);
        signIns.begin(request.getSession(), own);
        response.sendRedirect(oidc.returnPath(request));
    }
}
