package dev.longshore.scheduler.run;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When a run may take its window to be complete.
 *
 * @param policy what a run does when transactions are still open after the longest wait
 * @param grace extra time after the end of a window, for dates that the application sets by its own clocks
 * @param maxWait longest wait for transactions that began before the end of the window
 */
@Validated
@ConfigurationProperties("longshore.scheduler.window-closing")
record WindowClosingProperties(
        @NotNull @DefaultValue("fail") Policy policy,
        @NotNull @DefaultValue("0s") Duration grace,
        @NotNull @DefaultValue("10m") Duration maxWait) {
    /** What to do when the window stays open. */
    enum Policy {
        /** End the run with a failure that says so. */
        FAIL,
        /** Export what is there, and say so in the manifest. */
        WARN
    }
}
