package dev.longshore.history.eta;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the end of a run is estimated.
 *
 * @param interval shortest time between two estimates for one run
 * @param newsLimit age of the latest news from the workers from which on an estimate is shown as unknown
 * @param pastRuns completed runs of the job, the latest ones, that an estimate looks back on
 * @param lease lease of the workers on their tasks, {@code longshore.worker.lease}: the chunks of a lost worker wait for
 *     its end
 */
@Validated
@ConfigurationProperties("longshore.history.eta")
public record EtaProperties(
        @NotNull @DefaultValue("900ms") Duration interval,
        @NotNull @DefaultValue("15s") Duration newsLimit,
        @Min(0) @Max(100) @DefaultValue("20") int pastRuns,
        @NotNull @DefaultValue("30s") Duration lease) {}
