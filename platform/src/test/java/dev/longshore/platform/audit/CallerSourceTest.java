package dev.longshore.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

class CallerSourceTest {
    private final CallerSource callers = new CallerSource();

    @AfterEach
    void nobody_calls() {
        SecurityContextHolder.clearContext();
        RequestContextHolder.resetRequestAttributes();
    }

    @Test
    void a_relayed_call_came_from_where_its_token_says() {
        calledFrom("127.0.0.1");
        signedInAs(tokenWith("client_address", "203.0.113.7"));
        assertThat(callers.current()).isEqualTo(new AuditActor("ada", "ADMIN,EXPORTER", "203.0.113.7"));
    }

    @Test
    void any_other_call_came_from_its_peer() {
        calledFrom("198.51.100.2");
        signedInAs(tokenWith("roles", List.of("ADMIN")));
        assertThat(callers.current()).isEqualTo(new AuditActor("ada", "ADMIN,EXPORTER", "198.51.100.2"));
        signedInAs(UsernamePasswordAuthenticationToken.authenticated(
                "grace", "", AuthorityUtils.createAuthorityList("ROLE_VIEWER", "FACTOR_PASSWORD")));
        assertThat(callers.current()).isEqualTo(new AuditActor("grace", "VIEWER", "198.51.100.2"));
    }

    @Test
    void what_nobody_asked_for_was_done_by_the_product() {
        assertThat(callers.current()).isEqualTo(AuditActor.SYSTEM);
        signedInAs(new AnonymousAuthenticationToken(
                "key", "anonymousUser", AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS")));
        assertThat(callers.current()).isEqualTo(AuditActor.SYSTEM);
    }

    private static void calledFrom(String address) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
    }

    private static void signedInAs(Authentication caller) {
        SecurityContextHolder.getContext().setAuthentication(caller);
    }

    private static Authentication tokenWith(String claim, Object value) {
        Jwt token = Jwt.withTokenValue("token")
                .header("alg", "none")
                .subject("ada")
                .claim(claim, value)
                .build();
        return new JwtAuthenticationToken(token, AuthorityUtils.createAuthorityList("ROLE_EXPORTER", "ROLE_ADMIN"));
    }
}
