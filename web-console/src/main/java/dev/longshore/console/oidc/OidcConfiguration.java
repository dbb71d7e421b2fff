package dev.longshore.console.oidc;

import dev.longshore.console.ConsoleProperties;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.converter.ClaimTypeConverter;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "longshore.console.auth.mode", havingValue = "OIDC")
class OidcConfiguration {
    @Bean
    OidcProviderClient oidcProviderClient(ConsoleProperties properties, JsonMapper json) {
        return new OidcProviderClient(properties.auth().oidc(), json);
    }

    @Bean
    OidcSignIn oidcSignIn(OidcProviderClient provider, ConsoleProperties properties) {
        return new OidcSignIn(provider, new ClaimReader(properties.auth().oidc()));
    }

    @Bean
    OidcLogin oidcLogin(OidcProviderClient provider) {
        return new OidcLogin(provider);
    }

    /** How the client checks ID tokens: with keys that are fetched as all else of the provider is. */
    @Bean
    JwtDecoderFactory<ClientRegistration> idTokens(OidcProviderClient provider) {
        return registration -> {
            String keys = registration.getProviderDetails().getJwkSetUri();
            NimbusJwtDecoder decoder = provider.signatures(keys == null ? "" : keys);
            decoder.setClaimSetConverter(
                    new ClaimTypeConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverters()));
            decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                    new JwtTimestampValidator(), new OidcIdTokenValidator(registration)));
            return decoder;
        };
    }
}
