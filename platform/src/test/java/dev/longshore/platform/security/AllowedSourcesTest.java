package dev.longshore.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longshore.platform.web.ForbiddenException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.Jwt;

class AllowedSourcesTest {
    @Test
    void a_token_allows_what_its_claim_names_all_by_an_asterisk_and_nothing_without_it() {
        assertThat(AllowedSources.of(token(List.of("*")))).isEqualTo(AllowedSources.ALL);
        assertThat(AllowedSources.of(token(List.of("B", "A")))).isEqualTo(new AllowedSources(Set.of("A", "B")));
        assertThat(AllowedSources.of(token(List.of())).permit("A")).isFalse();
        assertThat(AllowedSources.of(token(null)).permit("A")).isFalse();
        assertThat(AllowedSources.ofCaller().permit("A")).as("nobody calls").isFalse();
    }

    @Test
    void what_belongs_to_several_sources_needs_all_of_them_and_what_belongs_to_none_is_not_there() {
        AllowedSources one = new AllowedSources(Set.of("A"));
        assertThat(one.permitAll(List.of("A"))).isTrue();
        assertThat(one.permitAll(List.of("A", "B"))).isFalse();
        assertThat(one.permitAll(List.of())).isFalse();
        assertThat(AllowedSources.ALL.permitAll(List.of())).isTrue();
    }

    @Test
    void a_list_holds_what_was_asked_for_and_is_allowed() {
        AllowedSources two = new AllowedSources(Set.of("B", "A"));
        assertThat(two.among(null)).containsExactly("A", "B");
        assertThat(two.among(List.of("C", "B"))).containsExactly("B");
        assertThat(two.among(List.of("C"))).isEmpty();
        assertThat(AllowedSources.ALL.among(null)).isNull();
        assertThat(AllowedSources.ALL.among(List.of("C"))).containsExactly("C");
        assertThat(two.orNull()).containsExactly("A", "B");
        assertThat(AllowedSources.ALL.orNull()).isNull();
    }

    @Test
    void what_is_new_or_speaks_of_all_is_refused_in_words() {
        AllowedSources one = new AllowedSources(Set.of("A"));
        one.require("A");
        assertThatThrownBy(() -> one.require("B"))
                .isInstanceOf(ForbiddenException.class)
                .hasMessageContaining("source B");
        assertThatThrownBy(() -> one.requireAll("Name a job."))
                .isInstanceOf(ForbiddenException.class)
                .hasMessageEndingWith("Name a job.");
        AllowedSources.ALL.requireAll("");
    }

    private static Jwt token(@Nullable List<String> sources) {
        Jwt.Builder token = Jwt.withTokenValue("x").header("alg", "RS256").subject("anna");
        return sources == null ? token.build() : token.claim("sources", sources).build();
    }
}
