package dev.longshore.worker.resilience;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where export files live.
 *
 * @param directory of the artifact store, shared by all workers and the history service
 */
@Validated
@ConfigurationProperties("longshore.artifacts")
record ArtifactProperties(@NotNull Path directory) {}
