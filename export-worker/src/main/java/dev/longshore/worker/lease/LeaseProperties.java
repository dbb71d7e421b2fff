package dev.longshore.worker.lease;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How a worker takes on tasks and keeps them.
 *
 * @param slots tasks that this process works on at the same time
 * @param lease how long a task stays with a worker that is not heard of; a lost worker's tasks are taken over after it
 * @param renewEvery how often leases are renewed; well below the lease
 * @param sweepEvery how often lost, delayed and untaken tasks are looked for
 * @param untakenAfter how long a task may be free before it is told of again
 * @param maxAttempts attempts at one task before its run fails
 * @param firstRetryPause back-off after the first failed attempt; it doubles with each further one
 * @param maxRetryPause longest back-off
 * @param stopGrace how long tasks under way may go on when the process stops, before they are handed back
 */
@Validated
@ConfigurationProperties("longshore.worker")
record LeaseProperties(
        @Min(1) @Max(64) @DefaultValue("2") int slots,
        @NotNull @DefaultValue("30s") Duration lease,
        @NotNull @DefaultValue("10s") Duration renewEvery,
        @NotNull @DefaultValue("500ms") Duration sweepEvery,
        @NotNull @DefaultValue("3s") Duration untakenAfter,
        @Min(1) @DefaultValue("5") int maxAttempts,
        @NotNull @DefaultValue("1s") Duration firstRetryPause,
        @NotNull @DefaultValue("60s") Duration maxRetryPause,
        @NotNull @DefaultValue("10s") Duration stopGrace) {
    /** A lease that is renewed too rarely would be given up by its own holder. */
    @AssertTrue(message = "must be at most half of the lease")
    boolean isRenewEvery() {
        return renewEvery.multipliedBy(2).compareTo(lease) <= 0;
    }
}
