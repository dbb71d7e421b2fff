package dev.longshore.console.oidc;

import dev.longshore.console.Caller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.JwtException;

/** Who a provider says that somebody is, and where a browser goes on. */
public final class OidcSignIn {
    /** Where a browser begins to sign in; {@code ?returnTo=} names a page of this console. */
    public static final String LOCATION = "/oauth2/authorization/" + OidcProviderClient.REGISTRATION;

    static final String RETURN = OidcSignIn.class.getName() + ".return";

    private final OidcProviderClient provider;
    private final ClaimReader claims;

    OidcSignIn(OidcProviderClient provider, ClaimReader claims) {
        this.provider = provider;
        this.claims = claims;
    }

    /** The API client with this access token; empty when it is no good one, or gives no role here. */
    public Optional<Caller> callerWith(String accessToken) {
        try {
            return claims.caller(provider.accessTokens().decode(accessToken).getClaims());
        } catch (JwtException e) {
            return Optional.empty();
        }
    }

    /** The person whom the provider has signed in; empty when he has no role here. */
    public Optional<Caller> callerOf(Authentication signedIn) {
        return signedIn.getPrincipal() instanceof OidcUser user ? claims.caller(user.getClaims()) : Optional.empty();
    }

    /** The page that was asked for before the sign-in. */
    public String returnPath(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return ReturnPath.of(session != null && session.getAttribute(RETURN) instanceof String asked ? asked : null);
    }
}
