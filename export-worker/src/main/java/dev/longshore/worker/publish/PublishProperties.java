package dev.longshore.worker.publish;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How runs are published and cleaned up after.
 *
 * @param retention how long artifacts are kept, where the job does not say
 * @param cleanUpAfter how long after the end of a run its private files are removed for good; longer than a lease, so that
 *     no lost worker still writes
 */
@Validated
@ConfigurationProperties("longshore.worker.publish")
record PublishProperties(
        @NotNull @DefaultValue("30d") Duration retention,
        @NotNull @DefaultValue("2m") Duration cleanUpAfter) {}
