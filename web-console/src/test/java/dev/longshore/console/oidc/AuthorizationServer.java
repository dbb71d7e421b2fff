package dev.longshore.console.oidc;

import static java.util.Objects.requireNonNull;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.util.List;
import java.util.Set;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/**
 * A provider of OpenID Connect on a free port of 127.0.0.1. Users have the password {@code secret}; {@code anna} is an
 * ADMIN of all sources, {@code vera} a VIEWER of one, {@code nora} has no role. The client {@code robot} gets access
 * tokens as an EXPORTER for the audience {@code longshore-api}, the client {@code stray} for another. No configuration by
 * annotation, or the console would take it for one of its own.
 */
@EnableAutoConfiguration(
        exclude = {DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class, KafkaAutoConfiguration.class})
class AuthorizationServer {
    /** Starts it; the console may come back to this port. */
    static ServletWebServerApplicationContext start() {
        return (ServletWebServerApplicationContext) new SpringApplicationBuilder(AuthorizationServer.class)
                .properties("spring.config.name=authorization-server", "server.port=0", "server.address=127.0.0.1")
                .registerShutdownHook(false)
                .run();
    }

    static String issuer(ServletWebServerApplicationContext server) {
        return "http://127.0.0.1:" + requireNonNull(server.getWebServer()).getPort();
    }

    @Bean
    @Order(1)
    SecurityFilterChain protocol(HttpSecurity http) throws Exception {
        http.oauth2AuthorizationServer(server -> {
                    http.securityMatcher(server.getEndpointsMatcher());
                    server.oidc(Customizer.withDefaults());
                })
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/login")));
        return http.build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain people(HttpSecurity http) throws Exception {
        http.csrf(csrf -> csrf.disable())
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .formLogin(Customizer.withDefaults());
        return http.build();
    }

    @Bean
    AuthorizationServerSettings settings() {
        return AuthorizationServerSettings.builder().build();
    }

    @Bean
    JWKSource<SecurityContext> keys() throws JOSEException {
        return new ImmutableJWKSet<>(
                new JWKSet(new RSAKeyGenerator(2048).keyID("provider").generate()));
    }

    @Bean
    JwtDecoder ownTokens(JWKSource<SecurityContext> keys) {
        DefaultJWTProcessor<SecurityContext> checks = new DefaultJWTProcessor<>();
        checks.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys));
        return new NimbusJwtDecoder(checks);
    }

    @Bean
    UserDetailsService users() {
        return new InMemoryUserDetailsManager(List.of("anna", "vera", "nora").stream()
                .map(name -> User.withUsername(name)
                        .password("{noop}secret")
                        .authorities("USER")
                        .build())
                .toList());
    }

    @Bean
    RegisteredClientRepository clients() {
        return new InMemoryRegisteredClientRepository(
                RegisteredClient.withId("console")
                        .clientId("longshore")
                        .clientSecret("{noop}of the console")
                        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                        .redirectUris(uris ->
                                uris.add("http://127.0.0.1:" + OidcIT.CONSOLE_PORT + "/login/oauth2/code/longshore"))
                        .scopes(scopes -> scopes.addAll(Set.of("openid", "profile")))
                        .clientSettings(
                                ClientSettings.builder().requireProofKey(true).build())
                        .build(),
                machine("robot"),
                machine("stray"));
    }

    private static RegisteredClient machine(String name) {
        return RegisteredClient.withId(name)
                .clientId(name)
                .clientSecret("{noop}of " + name)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .build();
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> claims() {
        return context -> {
            Authentication principal = context.getPrincipal();
            String name = requireNonNull(principal).getName();
            context.getClaims().claim("preferred_username", name);
            switch (name) {
                case "anna" ->
                    context.getClaims().claim("roles", List.of("ADMIN")).claim("sources", List.of("*"));
                case "vera" ->
                    context.getClaims().claim("roles", List.of("VIEWER")).claim("sources", List.of("CONTACT_HISTORY"));
                case "robot" ->
                    context.getClaims()
                            .claim("roles", List.of("EXPORTER"))
                            .claim("sources", List.of("*"))
                            .audience(List.of("longshore-api"));
                case "stray" ->
                    context.getClaims()
                            .claim("roles", List.of("ADMIN"))
                            .claim("sources", List.of("*"))
                            .audience(List.of("another-api"));
                default -> {}
            }
        };
    }
}
