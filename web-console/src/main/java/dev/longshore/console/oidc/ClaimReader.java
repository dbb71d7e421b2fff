package dev.longshore.console.oidc;

import dev.longshore.console.Caller;
import dev.longshore.console.Caller.PasswordState;
import dev.longshore.console.ConsoleProperties;
import dev.longshore.console.Rights;
import dev.longshore.console.Role;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads who somebody is and may do from the claims of a provider. */
final class ClaimReader {
    private final ConsoleProperties.Oidc settings;

    ClaimReader(ConsoleProperties.Oidc settings) {
        this.settings = settings;
    }

    /** Empty when the claims give no role here, or no name. */
    Optional<Caller> caller(Map<String, Object> claims) {
        List<String> roles = texts(at(claims, settings.rolesClaim()));
        Object name = claims.getOrDefault(settings.userClaim(), claims.get("sub"));
        return role(roles)
                .filter(role -> name instanceof String text && !text.isBlank())
                .map(role -> new Caller(
                        String.valueOf(name),
                        new Rights(role, sources(claims)),
                        Caller.Way.OIDC,
                        PasswordState.OWN,
                        0));
    }

    private Optional<Role> role(List<String> roles) {
        if (roles.contains(settings.adminRole())) {
            return Optional.of(Role.ADMIN);
        }
        if (roles.contains(settings.exporterRole())) {
            return Optional.of(Role.EXPORTER);
        }
        return roles.contains(settings.viewerRole()) ? Optional.of(Role.VIEWER) : Optional.empty();
    }

    /** Where sources are to be told but are not, none are allowed. An asterisk allows all. */
    private @Nullable List<String> sources(Map<String, Object> claims) {
        if (settings.sourcesClaim().isEmpty()) {
            return null;
        }
        List<String> named = texts(at(claims, settings.sourcesClaim()));
        return named.contains("*") ? null : named;
    }

    private static @Nullable Object at(Map<String, Object> claims, String path) {
        if (claims.containsKey(path)) {
            return claims.get(path);
        }
        Object value = claims;
        for (String step : path.split("\\.", -1)) {
            value = value instanceof Map<?, ?> object ? object.get(step) : null;
        }
        return value;
    }

    /** A list of texts, or one text with spaces between. */
    private static List<String> texts(@Nullable Object value) {
        if (value instanceof Collection<?> values) {
            return values.stream()
                    .filter(String.class::isInstance)
                    .map(String.class::cast)
                    .toList();
        }
        return value instanceof String text ? List.of(text.strip().split("\\s+")) : List.of();
    }
}
