package dev.longshore.platform.audit;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Who calls right now. A relayed call says by its token where it came from (claim {@code client_address}); the peer of
 * the connection would only be web-console.
 */
final class CallerSource {
    private static final String ROLE = "ROLE_";
    private static final String ADDRESS = "client_address";

    AuditActor current() {
        Authentication caller = SecurityContextHolder.getContext().getAuthentication();
        if (caller == null || caller instanceof AnonymousAuthenticationToken) {
            return AuditActor.SYSTEM;
        }
        String roles = caller.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .filter(granted -> granted != null && granted.startsWith(ROLE))
                .map(granted -> granted.substring(ROLE.length()))
                .sorted()
                .collect(Collectors.joining(","));
        return new AuditActor(caller.getName(), roles, addressOf(caller));
    }

    private static @Nullable String addressOf(Authentication caller) {
        if (caller instanceof JwtAuthenticationToken token) {
            String relayed = token.getToken().getClaimAsString(ADDRESS);
            if (relayed != null) {
                return relayed;
            }
        }
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                ? request.getRequest().getRemoteAddr()
                : null;
    }
}
