package dev.longshore.history.replay;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Replays of outcomes.
 *
 * @param mostEvents events that one replay may send at most; a request for more is refused
 */
@Validated
@ConfigurationProperties("longshore.history.replay")
record ReplayProperties(
        @Min(1) @Max(100_000) @DefaultValue("5000") int mostEvents) {}
