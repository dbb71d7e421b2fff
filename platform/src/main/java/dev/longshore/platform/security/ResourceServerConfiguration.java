package dev.longshore.platform.security;

import jakarta.servlet.DispatcherType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.web.SecurityFilterChain;
import tools.jackson.databind.json.JsonMapper;

/**
 * A service that trusts nobody but the bearer of a token: stateless, no session, no cookie. The token's signature,
 * issuer, audience and times are checked; its claim {@code roles} becomes {@code ROLE_...} authorities, its subject the
 * user's name, and the role ADMIN for all sources the authority {@code ADMINISTER}. Without one of the three roles nothing
 * is open. Health and metrics are open, because the port is not reachable from outside.
 */
@Configuration(proxyBeanMethods = false)
public class ResourceServerConfiguration {
    @Bean
    SecurityFilterChain apiSecurity(HttpSecurity http, JsonMapper json) throws Exception {
        JwtAuthenticationConverter authentication = new JwtAuthenticationConverter();
        authentication.setJwtGrantedAuthoritiesConverter(ResourceServerConfiguration::authorities);
        http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/actuator/health/**", "/actuator/prometheus", "/v3/api-docs/**")
                        .permitAll()
                        .dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                        .permitAll()
                        .anyRequest()
                        .hasAnyRole("VIEWER", "EXPORTER", "ADMIN"))
                .oauth2ResourceServer(server -> server.jwt(jwt -> jwt.jwtAuthenticationConverter(authentication))
                        .authenticationEntryPoint((request, response, e) -> {
                            response.setHeader("WWW-Authenticate", "Bearer");
                            RefusalResolver.write(
                                    response,
                                    json,
                                    HttpStatus.UNAUTHORIZED,
                                    "sign-in-required",
                                    "A valid bearer token is needed");
                        })
                        .accessDeniedHandler(new RefusalResolver(json)));
        return http.build();
    }

    /** Checked besides the audience, which Spring Boot checks where {@code ...jwt.audiences} is set. */
    @Bean
    @ConditionalOnProperty("spring.security.oauth2.resourceserver.jwt.jwk-set-uri")
    OAuth2TokenValidator<Jwt> issuerOfLocalTokens(@Value("${longshore.security.issuer:longshore}") String issuer) {
        return new JwtIssuerValidator(issuer);
    }

    private static Collection<GrantedAuthority> authorities(Jwt token) {
        List<String> claimed = token.hasClaim("roles") ? token.getClaimAsStringList("roles") : null;
        List<String> roles = claimed == null ? List.of() : claimed;
        List<GrantedAuthority> authorities = new ArrayList<>();
        roles.forEach(role -> authorities.add(new SimpleGrantedAuthority("ROLE_" + role)));
        if (roles.contains("ADMIN") && AllowedSources.of(token).areAll()) {
            authorities.add(new SimpleGrantedAuthority("ADMINISTER"));
        }
        return authorities;
    }
}
