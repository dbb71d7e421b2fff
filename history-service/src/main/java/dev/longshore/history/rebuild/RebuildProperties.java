package dev.longshore.history.rebuild;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Rebuilds of the read model.
 *
 * @param pollInterval longest time until an instance notices that a rebuild was asked for
 * @param lease time after which another instance goes on with the rebuild of one that is not heard of
 * @param batch events that one transaction replays; what happens in a run meanwhile waits for it
 */
@Validated
@ConfigurationProperties("longshore.history.rebuild")
record RebuildProperties(
        @NotNull @DefaultValue("1s") Duration pollInterval,
        @NotNull @DefaultValue("30s") Duration lease,
        @Min(1) @Max(10_000) @DefaultValue("500") int batch) {}
