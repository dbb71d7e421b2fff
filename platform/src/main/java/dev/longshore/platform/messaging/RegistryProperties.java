package dev.longshore.platform.messaging;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The schema registry.
 *
 * @param url address of its Confluent-compatible interface
 * @param registration whether unknown schemas are registered; production usually registers them at deployment
 * @param timeout longest wait for one answer
 */
@Validated
@ConfigurationProperties("longshore.registry")
record RegistryProperties(
        @NotNull URI url,
        @NotNull @DefaultValue("automatic") HttpSchemaRegistry.Registration registration,
        @NotNull @DefaultValue("5s") Duration timeout) {}
