package dev.longshore.worker.source;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The Contact History that this worker reads.
 *
 * @param url JDBC URL of the database, {@code jdbc:postgresql://...}; of the primary, because only it knows which transactions
 *     are open
 * @param user role that may SELECT the views and nothing else
 * @param password of that role
 * @param statementTimeout longest time of one statement: a chunk that takes longer is given up and tried again
 * @param connectTimeout longest wait for a connection
 * @param connections most connections of this worker at a time; one per slot, and one for planning and window closing
 */
@Validated
@ConfigurationProperties("longshore.worker.source")
record SourceProperties(
        @NotBlank String url,
        @NotBlank String user,
        @DefaultValue("") String password,
        @NotNull @DefaultValue("10m") Duration statementTimeout,
        @NotNull @DefaultValue("10s") Duration connectTimeout,
        @Min(1) @DefaultValue("4") int connections) {
    /** Without user and password: this text ends up in logs. */
    @Override
    public String toString() {
        return "SourceProperties[statementTimeout=%s, connectTimeout=%s, connections=%d]"
                .formatted(statementTimeout, connectTimeout, connections);
    }
}
