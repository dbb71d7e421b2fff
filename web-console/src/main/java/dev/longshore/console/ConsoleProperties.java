package dev.longshore.console;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of web-console.
 *
 * @param auth how people sign in
 * @param adminPasswordFile where the first start leaves the generated password of the user {@code admin}, readable by the
 *     owner only
 * @param services where the services listen
 * @param relay how calls are handed on
 */
@Validated
@ConfigurationProperties("longshore.console")
public record ConsoleProperties(
        @DefaultValue @Valid Auth auth,

        @DefaultValue("${user.home}/.longshore/admin-password") @NotNull
        Path adminPasswordFile,

        @DefaultValue @Valid Services services,
        @DefaultValue @Valid Relay relay) {

    /**
     * @param mode LOCAL: users and passwords live in the console's own database; OIDC: a provider knows them
     * @param sessionLifetime after which a session ends even if it is used; how long it may stay unused is
     *     {@code server.servlet.session.timeout}
     * @param oidc the provider; read in mode OIDC only
     */
    public record Auth(
            @DefaultValue("LOCAL") @NotNull AuthMode mode,
            @DefaultValue("12h") @NotNull Duration sessionLifetime,
            @DefaultValue @Valid Oidc oidc) {}

    /** How people sign in. */
    public enum AuthMode {
        LOCAL,
        OIDC
    }

    /**
     * A provider of OpenID Connect.
     *
     * @param issuer its address: https, or http on this very machine; its metadata must name the same issuer
     * @param clientId under which the console is known to it
     * @param clientSecret with which the console proves itself; empty for a public client (PKCE is used in any case)
     * @param audience that access tokens of API clients must be made for
     * @param rolesClaim claim with the user's roles or groups, in ID and access tokens; dots lead into objects
     * @param viewerRole value of that claim that makes a VIEWER
     * @param exporterRole value that makes an EXPORTER
     * @param adminRole value that makes an ADMIN
     * @param sourcesClaim claim with the names of the sources that the user may see; empty: all sources
     * @param userClaim claim with the name that the user is shown and audited by; must not change hands
     */
    public record Oidc(
            @DefaultValue("") String issuer,
            @DefaultValue("longshore") @NotBlank String clientId,
            @DefaultValue("") String clientSecret,
            @DefaultValue("longshore-api") @NotBlank String audience,
            @DefaultValue("roles") @NotBlank String rolesClaim,
            @DefaultValue("VIEWER") @NotBlank String viewerRole,
            @DefaultValue("EXPORTER") @NotBlank String exporterRole,
            @DefaultValue("ADMIN") @NotBlank String adminRole,
            @DefaultValue("") String sourcesClaim,
            @DefaultValue("preferred_username") @NotBlank String userClaim) {
        /** Without the secret. */
        @Override
        public String toString() {
            return "Oidc[issuer=" + issuer + ", clientId=" + clientId + "]";
        }
    }

    /**
     * Base addresses, without a path.
     *
     * @param scheduler where scheduler-service listens
     * @param history where history-service listens
     */
    public record Services(
            @DefaultValue("http://127.0.0.1:8081") @NotNull URI scheduler,
            @DefaultValue("http://127.0.0.1:8083") @NotNull URI history) {}

    /**
     * @param connectTimeout until a connection to a service stands
     * @param responseTimeout until a service begins to answer; how long the answer then takes is not limited
     * @param streamLifetime after which an event stream is ended, so that the browser comes back and its session is checked again
     * @param maxRequestBody larger bodies of API calls are refused with 413
     */
    public record Relay(
            @DefaultValue("2s") @NotNull Duration connectTimeout,
            @DefaultValue("30s") @NotNull Duration responseTimeout,
            @DefaultValue("15m") @NotNull Duration streamLifetime,
            @DefaultValue("1MB") @NotNull DataSize maxRequestBody) {}
}
