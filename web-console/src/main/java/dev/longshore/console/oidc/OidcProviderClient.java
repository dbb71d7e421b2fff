package dev.longshore.console.oidc;

import dev.longshore.console.ConsoleProperties;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls the provider. Its metadata is read when it is first needed, so that the console starts without it, and kept.
 * Redirects are never followed, and only addresses that {@link IssuerPolicy} allows are called.
 */
final class OidcProviderClient {
    static final String REGISTRATION = "longshore";

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int LONGEST_METADATA = 1 << 20;
    private static final String METADATA = "/.well-known/openid-configuration";

    private final ConsoleProperties.Oidc settings;
    private final JsonMapper json;
    private final HttpClient http;
    private @Nullable Known known;

    OidcProviderClient(ConsoleProperties.Oidc settings, JsonMapper json) {
        this.settings = settings;
        this.json = json;
        if (settings.issuer().isBlank()) {
            throw new IllegalArgumentException(
                    "longshore.console.auth.oidc.issuer is missing; mode OIDC needs the provider's URL");
        }
        URI unused = IssuerPolicy.require("longshore.console.auth.oidc.issuer", settings.issuer());
        this.http = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(PATIENCE)
                .build();
    }

    /** @throws IllegalStateException when the provider cannot be reached or is not what it should be */
    ClientRegistration registration() {
        return known().registration();
    }

    /** Checks access tokens of API clients: signature, times, issuer, audience. */
    JwtDecoder accessTokens() {
        return known().accessTokens();
    }

    private JdkClientHttpRequestFactory requests() {
        JdkClientHttpRequestFactory factory = new JdkClientHttpRequestFactory(http);
        factory.setReadTimeout(PATIENCE);
        return factory;
    }

    /** Exchanges codes for tokens. */
    RestClientAuthorizationCodeTokenResponseClient codes() {
        RestClientAuthorizationCodeTokenResponseClient client = new RestClientAuthorizationCodeTokenResponseClient();
        client.setRestClient(RestClient.builder()
                .requestFactory(requests())
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        return client;
    }

    /** Checks signatures with the provider's keys; asymmetric ones only. */
    NimbusJwtDecoder signatures(String keys) {
        return NimbusJwtDecoder.withJwkSetUri(keys)
                .restOperations(new RestTemplate(requests()))
                .jwsAlgorithms(algorithms -> algorithms.addAll(List.of(SignatureAlgorithm.values())))
                .validateType(false)
                .build();
    }

    private synchronized Known known() {
        Known before = known;
        if (before != null) {
            return before;
        }
        Known read = read();
        known = read;
        return read;
    }

    private Known read() {
        String issuer = settings.issuer();
        JsonNode metadata = fetch(
                URI.create((issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer) + METADATA));
        if (!metadata.path("issuer").asString("").equals(issuer)) {
            throw new IllegalStateException("the provider at %s says that its issuer is %s; set that one"
                    .formatted(issuer, metadata.path("issuer").asString("")));
        }
        String keys = address(metadata, "jwks_uri");
        ClientRegistration registration = ClientRegistration.withRegistrationId(REGISTRATION)
                .clientName("Longshore")
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .clientAuthenticationMethod(
                        settings.clientSecret().isEmpty()
                                ? ClientAuthenticationMethod.NONE
                                : ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
                .scope("openid", "profile")
                .issuerUri(issuer)
                .authorizationUri(address(metadata, "authorization_endpoint"))
                .tokenUri(address(metadata, "token_endpoint"))
                .jwkSetUri(keys)
                .userNameAttributeName("sub")
                .build();
        NimbusJwtDecoder accessTokens = signatures(keys);
        accessTokens.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(),
                new JwtIssuerValidator(issuer),
                new JwtClaimValidator<List<String>>(
                        "aud", audience -> audience != null && audience.contains(settings.audience()))));
        return new Known(registration, accessTokens);
    }

    private static String address(JsonNode metadata, String name) {
        try {
            return IssuerPolicy.require(name, metadata.path(name).asString("")).toString();
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("the provider's metadata is refused", e);
        }
    }

    private JsonNode fetch(URI address) {
        HttpRequest request =
                HttpRequest.newBuilder(address).timeout(PATIENCE).GET().build();
        try {
            HttpResponse<InputStream> answer = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                if (answer.statusCode() != 200) {
                    throw new IllegalStateException("the provider answered %s with %d; redirects are not followed"
                            .formatted(address, answer.statusCode()));
                }
                return json.readTree(body.readNBytes(LONGEST_METADATA));
            }
        } catch (IOException e) {
            throw new IllegalStateException("the provider cannot be reached at %s".formatted(address), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the provider was asked", e);
        }
    }

    private record Known(ClientRegistration registration, JwtDecoder accessTokens) {}
}
