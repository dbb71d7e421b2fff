package dev.longshore.console.oidc;

import java.util.Objects;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;

/**
 * The way of a browser to the provider and back: authorization code with PKCE, state and nonce. The provider's tokens are
 * read and thrown away: nothing is done in the user's name with them.
 */
public final class OidcLogin {
    private final OidcProviderClient provider;

    OidcLogin(OidcProviderClient provider) {
        this.provider = provider;
    }

    /** @param arrived takes over when the provider has signed somebody in */
    public void configure(HttpSecurity http, AuthenticationSuccessHandler arrived) throws Exception {
        ClientRegistrationRepository clients =
                name -> Objects.equals(name, OidcProviderClient.REGISTRATION) ? provider.registration() : null;
        DefaultOAuth2AuthorizationRequestResolver requests = new DefaultOAuth2AuthorizationRequestResolver(
                clients, OAuth2AuthorizationRequestRedirectFilter.DEFAULT_AUTHORIZATION_REQUEST_BASE_URI);
        requests.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        OidcUserService users = new OidcUserService();
        users.setRetrieveUserInfo(request -> false);
        http.addFilterBefore(new OidcReturnFilter(provider), OAuth2AuthorizationRequestRedirectFilter.class)
                .oauth2Login(login -> login.clientRegistrationRepository(clients)
                        .authorizedClientRepository(new NoAuthorizedClients())
                        .loginPage("/sign-in")
                        .authorizationEndpoint(endpoint -> endpoint.authorizationRequestResolver(requests))
                        .tokenEndpoint(endpoint -> endpoint.accessTokenResponseClient(provider.codes()))
                        .userInfoEndpoint(endpoint -> endpoint.oidcUserService(users))
                        .successHandler(arrived)
                        .failureHandler((request, response, e) -> response.sendRedirect("/sign-in?error=oidc")));
    }
}
