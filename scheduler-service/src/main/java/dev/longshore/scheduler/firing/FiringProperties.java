package dev.longshore.scheduler.firing;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The search for due jobs.
 *
 * @param interval longest pause between two looks; changes made by this process are looked at without one
 * @param jobsAtOnce most jobs that are fired in one transaction
 * @param skipsAtOnce most fire times of a job that are recorded as skipped in one transaction
 * @param onTime how late a job whose missed runs are dropped may start and still count as on time
 * @param catchUpLimit most missed fire times of a job that are caught up with, each or merged; older ones are recorded
 *     as skipped
 */
@Validated
@ConfigurationProperties("longshore.scheduler.firing")
record FiringProperties(
        @NotNull @DefaultValue("200ms") Duration interval,
        @Min(1) @DefaultValue("200") int jobsAtOnce,
        @Min(1) @DefaultValue("100") int skipsAtOnce,
        @NotNull @DefaultValue("1m") Duration onTime,
        @Min(1) @DefaultValue("1000") int catchUpLimit) {}
