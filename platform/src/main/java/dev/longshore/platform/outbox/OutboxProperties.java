package dev.longshore.platform.outbox;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The relay of the outbox.
 *
 * @param pollInterval how often it looks for messages that a crash left; its own commits wake it at once
 * @param confirmationTimeout longest wait for the broker's confirmation of a batch
 */
@Validated
@ConfigurationProperties("longshore.outbox")
record OutboxProperties(
        @NotNull @DefaultValue("500ms") Duration pollInterval,
        @NotNull @DefaultValue("15s") Duration confirmationTimeout) {}
