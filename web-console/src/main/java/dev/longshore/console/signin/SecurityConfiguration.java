package dev.longshore.console.signin;

import dev.longshore.console.Caller;
import dev.longshore.console.ConsoleProperties;
import dev.longshore.console.ProblemCodec;
import dev.longshore.console.oidc.OidcLogin;
import dev.longshore.console.oidc.OidcSignIn;
import dev.longshore.console.token.AccessTokenService;
import dev.longshore.console.user.LocalUsers;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationDetailsSource;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Two separate ways in. An API call that carries an Authorization header is judged by that header alone: its cookies are
 * not looked at, it makes no session and needs no CSRF token, since no foreign page can make a browser send the header.
 * Everything else goes by the session cookie, and whatever changes something needs the CSRF token too.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    static final String SESSION_COOKIE = "LONGSHORE_SESSION";

    /** Styles may be inline because the component library sets its variables so; scripts never. */
    private static final String CONTENT_SECURITY_POLICY = "default-src 'self'; script-src 'self'; "
            + "style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
            + "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private static final String PERMISSIONS =
            "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()";

    @Bean
    RefusalResolver refusalResolver(ProblemCodec problems) {
        return new RefusalResolver(problems);
    }

    @Bean
    @Order(1)
    SecurityFilterChain callsWithCredentials(
            HttpSecurity http,
            ProblemCodec problems,
            RefusalResolver refusals,
            AccessTokenService tokens,
            ObjectProvider<OidcSignIn> provider)
            throws Exception {
        OidcSignIn oidc = provider.getIfAvailable();
        http.securityMatcher(request -> isApi(request) && request.getHeader(HttpHeaders.AUTHORIZATION) != null)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .headers(SecurityConfiguration::headers)
                .authorizeHttpRequests(SecurityConfiguration::whoMayDoWhat)
                .addFilterBefore(
                        new BearerFilter(oidc == null ? tokens::callerWith : oidc::callerWith, problems),
                        BasicAuthenticationFilter.class)
                .addFilterBefore(new PasswordChangeFilter(problems), AuthorizationFilter.class)
                .exceptionHandling(handling -> handling.authenticationEntryPoint(refusals::signInRequired)
                        .accessDeniedHandler(refusals::denied));
        if (oidc == null) {
            http.httpBasic(basic -> basic.authenticationDetailsSource(by(Caller.Way.BASIC))
                    .authenticationEntryPoint(refusals::signInRequired));
        }
        return http.build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain browser(
            HttpSecurity http,
            ProblemCodec problems,
            RefusalResolver refusals,
            SessionFilter sessionFilter,
            SignInService signIns,
            SecurityContextRepository sessions,
            ObjectProvider<OidcSignIn> provider,
            ObjectProvider<OidcLogin> login)
            throws Exception {
        http.csrf(SecurityConfiguration::csrf)
                .requestCache(cache -> cache.disable())
                .headers(SecurityConfiguration::headers)
                .authorizeHttpRequests(SecurityConfiguration::whoMayDoWhat)
                .addFilterBefore(sessionFilter, AuthorizationFilter.class)
                .addFilterBefore(new PasswordChangeFilter(problems), AuthorizationFilter.class)
                .logout(logout -> logout.logoutUrl("/sign-out")
                        .addLogoutHandler((request, response, user) -> signIns.end(user))
                        .deleteCookies(SESSION_COOKIE)
                        .logoutSuccessHandler((request, response, user) -> response.setStatus(204)))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(refusals::signInRequired)
                        .accessDeniedHandler(refusals::denied));
        OidcSignIn oidc = provider.getIfAvailable();
        if (oidc != null) {
            login.getObject().configure(http, new OidcArrival(oidc, signIns, sessions));
        } else {
            http.formLogin(form -> form.loginPage("/sign-in")
                    .authenticationDetailsSource(by(Caller.Way.SESSION))
                    .successHandler((request, response, user) -> {
                        signIns.begin(request.getSession(), user);
                        response.setStatus(204);
                    })
                    .failureHandler(refusals::wrongCredentials));
        }
        return http.build();
    }

    @Bean
    SessionFilter sessionFilter(
            LocalUsers users, ConsoleProperties properties, InstantSource clock, ProblemCodec problems) {
        return new SessionFilter(users, properties.auth().sessionLifetime(), clock, problems);
    }

    /** It belongs behind the session, which is read by the chain that it stands in, and nowhere else. */
    @Bean
    FilterRegistrationBean<SessionFilter> sessionFilterOfItsChainOnly(SessionFilter filter) {
        FilterRegistrationBean<SessionFilter> registration = new FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
    }

    /** What the console answers itself; the services decide about what is relayed to them. */
    private static void whoMayDoWhat(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                .permitAll()
                .requestMatchers(
                        "/actuator/health/**", "/actuator/prometheus", "/.well-known/jwks.json", "/api/v1/sign-in")
                .permitAll()
                .requestMatchers("/api/v1/users", "/api/v1/users/**")
                .access(administrators())
                .requestMatchers("/api/v1/tokens", "/api/v1/tokens/**", "/api/v1/me/password")
                .access(whoProvedItHimself())
                .requestMatchers("/api/**", "/actuator/**", "/.well-known/**")
                .authenticated()
                .anyRequest()
                .permitAll();
    }

    private static AuthorizationManager<RequestAuthorizationContext> administrators() {
        return (authentication, request) ->
                new AuthorizationDecision(authentication.get().getPrincipal() instanceof Caller caller
                        && caller.way() != Caller.Way.TOKEN
                        && caller.rights().administers());
    }

    /** A token must not make others, nor outlive the password that was behind it. */
    private static AuthorizationManager<RequestAuthorizationContext> whoProvedItHimself() {
        return (authentication, request) -> new AuthorizationDecision(
                authentication.get().getPrincipal() instanceof Caller caller && caller.way() != Caller.Way.TOKEN);
    }

    private static AuthenticationDetailsSource<HttpServletRequest, PasswordGate.Attempt> by(Caller.Way way) {
        return request -> new PasswordGate.Attempt(request.getRemoteAddr(), way);
    }

    private static void csrf(CsrfConfigurer<HttpSecurity> csrf) {
        CookieCsrfTokenRepository tokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
        tokens.setCookieName("LONGSHORE_CSRF");
        tokens.setHeaderName("X-CSRF-TOKEN");
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        csrf.spa();
        csrf.csrfTokenRepository(tokens);
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                .frameOptions(frames -> frames.deny())
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(permissions -> permissions.policy(PERMISSIONS));
    }

    private static boolean isApi(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/api/");
    }
}
