package dev.longshore.history.artifact;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where the artifact store is; the same for all services that use it.
 *
 * @param directory folder of the store, shared with the workers
 */
@Validated
@ConfigurationProperties("longshore.artifacts")
record StoreProperties(@NotNull Path directory) {}
