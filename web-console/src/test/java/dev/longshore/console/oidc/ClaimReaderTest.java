package dev.longshore.console.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.console.Caller;
import dev.longshore.console.ConsoleProperties;
import dev.longshore.console.Rights;
import dev.longshore.console.Role;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClaimReaderTest {
    @Test
    void the_highest_role_counts_and_all_sources_are_allowed_unless_a_claim_names_them() {
        assertThat(reader("roles", "").caller(Map.of("sub", "1", "roles", List.of("VIEWER", "ADMIN", "other"))))
                .map(Caller::rights)
                .hasValue(new Rights(Role.ADMIN, null));
        assertThat(reader("roles", "sources")
                        .caller(Map.of("sub", "1", "roles", "VIEWER EXPORTER", "sources", List.of("B", "A", 7))))
                .map(Caller::rights)
                .hasValue(new Rights(Role.EXPORTER, List.of("A", "B")));
        assertThat(reader("roles", "sources").caller(Map.of("sub", "1", "roles", "VIEWER")))
                .map(Caller::rights)
                .hasValue(new Rights(Role.VIEWER, List.of()));
    }

    @Test
    void a_claim_may_lie_inside_an_object_or_have_dots_in_its_name() {
        Map<String, Object> nested = Map.of("sub", "1", "realm_access", Map.of("roles", List.of("VIEWER")));
        assertThat(reader("realm_access.roles", "").caller(nested)).isPresent();
        Map<String, Object> dotted = Map.of("sub", "1", "https://longshore.dev/roles", List.of("VIEWER"));
        assertThat(reader("https://longshore.dev/roles", "").caller(dotted)).isPresent();
    }

    @Test
    void nobody_comes_in_without_a_role_or_a_name() {
        assertThat(reader("roles", "").caller(Map.of("sub", "1"))).isEmpty();
        assertThat(reader("roles", "").caller(Map.of("sub", "1", "roles", List.of("admin", "ROOT"))))
                .isEmpty();
        assertThat(reader("roles", "").caller(Map.of("sub", "1", "roles", Map.of("ADMIN", true))))
                .isEmpty();
        assertThat(reader("roles", "").caller(Map.of("roles", List.of("ADMIN"))))
                .isEmpty();
        assertThat(reader("roles", "").caller(Map.of("sub", " ", "roles", List.of("ADMIN"))))
                .isEmpty();
    }

    private static ClaimReader reader(String roles, String sources) {
        return new ClaimReader(new ConsoleProperties.Oidc(
                "https://id.example",
                "longshore",
                "",
                "longshore-api",
                roles,
                "VIEWER",
                "EXPORTER",
                "ADMIN",
                sources,
                "preferred_username"));
    }
}
