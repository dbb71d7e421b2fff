package dev.longshore.history.webhook;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Webhooks.
 *
 * @param senders deliveries that this instance makes at once; 0 leaves all of them to other instances
 * @param pollInterval longest time until a due delivery is noticed; new ones of this instance are noticed at once
 * @param timeout longest time that one attempt may take, from the look-up of the name to the status of the answer
 * @param lease time after which a delivery whose sender died is made by another; longer than the timeout
 * @param allowHttp whether URLs may begin with http; else only https
 * @param allowedNetworks networks that deliveries may go to although they are not public, as CIDR, for example
 *     10.1.0.0/16; none by default
 * @param logRetention how long ended deliveries are listed
 */
@Validated
@ConfigurationProperties("longshore.history.webhooks")
record WebhookProperties(
        @Min(0) @Max(64) @DefaultValue("4") int senders,
        @NotNull @DefaultValue("1s") Duration pollInterval,
        @NotNull @DefaultValue("15s") Duration timeout,
        @NotNull @DefaultValue("60s") Duration lease,
        @DefaultValue("false") boolean allowHttp,
        @NotNull @DefaultValue List<String> allowedNetworks,
        @NotNull @DefaultValue("90d") Duration logRetention) {
    WebhookProperties {
        allowedNetworks = List.copyOf(allowedNetworks);
        if (lease.compareTo(timeout) <= 0) {
            throw new IllegalArgumentException(
                    "longshore.history.webhooks.lease is %s; it must be longer than the timeout of %s"
                            .formatted(lease, timeout));
        }
    }
}
