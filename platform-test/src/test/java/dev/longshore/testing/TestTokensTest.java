package dev.longshore.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

class TestTokensTest {
    private static final TestTokens TOKENS = TestTokens.start();

    /** As a service makes it. */
    private final JwtDecoder decoder =
            NimbusJwtDecoder.withJwkSetUri(TOKENS.jwkSetUri()).build();

    @AfterAll
    static void close() {
        TOKENS.close();
    }

    @Test
    void a_good_token_is_accepted_and_names_user_and_roles() {
        Jwt token = decoder.decode(TOKENS.token("ada", "VIEWER", "EXPORTER"));
        assertThat(token.getSubject()).isEqualTo("ada");
        assertThat(token.getClaimAsStringList("roles")).containsExactly("VIEWER", "EXPORTER");
        assertThat(token.getAudience()).containsExactly("longshore-api");
        assertThat(token.getClaimAsString("iss")).isEqualTo("longshore");
        assertThat(TOKENS.bearer("ada")).startsWith("Bearer ");
    }

    @Test
    void bad_tokens_are_bad_in_the_way_they_say() {
        assertThatThrownBy(() -> decoder.decode(TOKENS.forgedToken("ada", "ADMIN")))
                .isInstanceOf(JwtException.class)
                .hasMessageContaining("signature");
        assertThatThrownBy(() -> decoder.decode(TOKENS.expiredToken("ada", "ADMIN")))
                .isInstanceOf(JwtException.class)
                .hasMessageContaining("expired");
        assertThat(decoder.decode(TOKENS.tokenForAudience("others", "ada")).getAudience())
                .containsExactly("others");
        assertThat(decoder.decode(TOKENS.tokenOfIssuer("others", "ada")).getClaimAsString("iss"))
                .isEqualTo("others");
    }
}
