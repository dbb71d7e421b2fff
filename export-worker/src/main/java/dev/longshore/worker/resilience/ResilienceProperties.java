package dev.longshore.worker.resilience;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How this process treats a source or a store that fails or is busy.
 *
 * @param maxConcurrentReads chunks read from the source at the same time by this process
 * @param longestQueue how long a read waits for its turn
 * @param tries of one short call, such as a plan or the move of a file; reads are repeated as whole tasks instead
 * @param firstPause before the second try; doubles with each further one, with jitter
 * @param openFor how long no further call is made after half of the latest calls failed
 */
@Validated
@ConfigurationProperties("longshore.worker.resilience")
record ResilienceProperties(
        @Min(1) @DefaultValue("16") int maxConcurrentReads,
        @NotNull @DefaultValue("5m") Duration longestQueue,
        @Min(1) @DefaultValue("3") int tries,
        @NotNull @DefaultValue("100ms") Duration firstPause,
        @NotNull @DefaultValue("10s") Duration openFor) {}
