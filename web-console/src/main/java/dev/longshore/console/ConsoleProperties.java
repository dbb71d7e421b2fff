package dev.longshore.console;

import jakarta.validation.Valid;
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

    /** @param mode LOCAL: users and passwords live in the console's own database */
    public record Auth(@DefaultValue("LOCAL") @NotNull AuthMode mode) {}

    /** How people sign in. */
    public enum AuthMode {
        LOCAL
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
