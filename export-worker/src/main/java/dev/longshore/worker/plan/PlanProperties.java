package dev.longshore.worker.plan;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How runs are planned.
 *
 * @param keysPerChunk rows of the window in one chunk, before entity types narrow them
 * @param askAgainAfter how often a run that waits for open transactions asks the source
 */
@Validated
@ConfigurationProperties("longshore.worker.plan")
record PlanProperties(
        @Min(1) @DefaultValue("20000") int keysPerChunk,
        @NotNull @DefaultValue("1s") Duration askAgainAfter) {}
