package dev.longshore.console.signin;

import dev.longshore.console.ProblemCodec;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
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

    @Bean
    @Order(1)
    SecurityFilterChain callsWithCredentials(HttpSecurity http, ProblemCodec problems) throws Exception {
        http.securityMatcher(request -> isApi(request) && request.getHeader(HttpHeaders.AUTHORIZATION) != null)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .headers(SecurityConfiguration::headers)
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .httpBasic(basic ->
                        basic.authenticationEntryPoint((request, response, e) -> signInRequired(problems, response, e)))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(
                        (request, response, e) -> signInRequired(problems, response, e)));
        return http.build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain browser(HttpSecurity http, ProblemCodec problems) throws Exception {
        http.csrf(SecurityConfiguration::csrf)
                .requestCache(cache -> cache.disable())
                .headers(SecurityConfiguration::headers)
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ASYNC, DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers("/actuator/health/**", "/actuator/prometheus", "/.well-known/jwks.json")
                        .permitAll()
                        .requestMatchers("/api/**", "/actuator/**", "/.well-known/**")
                        .authenticated()
                        .anyRequest()
                        .permitAll())
                .formLogin(form -> form.loginPage("/sign-in")
                        .successHandler((request, response, user) -> response.setStatus(204))
                        .failureHandler((request, response, e) -> refused(problems, response, e)))
                .logout(logout -> logout.logoutUrl("/sign-out")
                        .deleteCookies(SESSION_COOKIE)
                        .logoutSuccessHandler((request, response, user) -> response.setStatus(204)))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(
                                (request, response, e) -> signInRequired(problems, response, e))
                        .accessDeniedHandler((request, response, e) -> problems.write(
                                response,
                                HttpStatus.FORBIDDEN,
                                "csrf-token-missing",
                                "The request lacks a valid CSRF token. Reload the page and try again.")));
        return http.build();
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
                .permissionsPolicyHeader(permissions -> permissions.policy("camera=(), geolocation=(), microphone=()"));
    }

    private static boolean isApi(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/api/");
    }

    /** Names Bearer, not Basic: a challenge for Basic would make browsers ask in a window of their own. */
    private static void signInRequired(ProblemCodec problems, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        if (e instanceof InternalAuthenticationServiceException) {
            unavailable(problems, response);
            return;
        }
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"longshore\"");
        problems.write(
                response, HttpStatus.UNAUTHORIZED, "sign-in-required", "Sign in, or send a valid user and password.");
    }

    private static void refused(ProblemCodec problems, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        if (e instanceof InternalAuthenticationServiceException) {
            unavailable(problems, response);
            return;
        }
        problems.write(response, HttpStatus.UNAUTHORIZED, "wrong-credentials", "User or password is wrong.");
    }

    private static void unavailable(ProblemCodec problems, HttpServletResponse response) throws IOException {
        problems.write(
                response,
                HttpStatus.SERVICE_UNAVAILABLE,
                "sign-in-unavailable",
                "Signing in is not possible at the moment. Try again in a little while.");
    }
}
