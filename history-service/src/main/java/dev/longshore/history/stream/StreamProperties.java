package dev.longshore.history.stream;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Runs pushed to browsers.
 *
 * @param pollInterval longest time until a change that another instance projected is seen; own changes are seen at once
 * @param heartbeatInterval time between two comments that keep idle connections open
 * @param refreshInterval time between two views of an active run without news, whose ETA moves on all the same
 * @param longestStream age at which a stream is ended, so that the browser comes back with a fresh token
 * @param most streams that are open at once at most; more are answered with 503
 */
@Validated
@ConfigurationProperties("longshore.history.stream")
record StreamProperties(
        @NotNull @DefaultValue("500ms") Duration pollInterval,
        @NotNull @DefaultValue("15s") Duration heartbeatInterval,
        @NotNull @DefaultValue("5s") Duration refreshInterval,
        @NotNull @DefaultValue("10m") Duration longestStream,
        @Min(1) @Max(100_000) @DefaultValue("2000") int most) {}
