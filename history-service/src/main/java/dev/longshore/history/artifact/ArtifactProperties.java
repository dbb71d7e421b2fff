package dev.longshore.history.artifact;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Artifacts as this service handles them.
 *
 * @param removalInterval longest pause before the files of deleted artifacts are removed; a deletion does not wait for it
 */
@Validated
@ConfigurationProperties("longshore.history.artifacts")
record ArtifactProperties(@NotNull @DefaultValue("60s") Duration removalInterval) {}
