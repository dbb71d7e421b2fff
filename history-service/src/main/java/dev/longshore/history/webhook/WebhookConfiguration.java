package dev.longshore.history.webhook;

import dev.longshore.platform.audit.AuditTrail;
import dev.longshore.platform.fault.FaultPoints;
import dev.longshore.platform.polling.PollingLoop;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import org.jdbi.v3.core.Jdbi;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebhookProperties.class)
class WebhookConfiguration {
    private static final Duration SWEEP_INTERVAL = Duration.ofHours(1);

    @Bean
    WebhookDao webhookDao(Jdbi jdbi) {
        return jdbi.onDemand(WebhookDao.class);
    }

    @Bean
    DeliveryQueueDao deliveryQueueDao(Jdbi jdbi) {
        return jdbi.onDemand(DeliveryQueueDao.class);
    }

    @Bean
    AddressPolicy addressPolicy(WebhookProperties properties) {
        return new AddressPolicy(
                properties.allowedNetworks().stream().map(Network::parse).toList());
    }

    @Bean
    WebhookService webhookService(
            WebhookDao webhooks,
            DeliveryQueueDao queue,
            AddressPolicy addresses,
            WebhookProperties properties,
            ApplicationEventPublisher publisher,
            AuditTrail audit,
            InstantSource clock) {
        TargetPolicy targets = new TargetPolicy(properties.allowHttp(), addresses);
        return new WebhookService(webhooks, queue, targets, publisher, audit, clock);
    }

    @Bean
    DeliveryService deliveryService(Jdbi jdbi, WebhookService webhooks, AuditTrail audit, InstantSource clock) {
        return new DeliveryService(jdbi.onDemand(DeliveryLogDao.class), webhooks, audit, clock);
    }

    @Bean
    @ConditionalOnMissingBean
    RetrySchedule retrySchedule() {
        return new RetrySchedule(new SecureRandom());
    }

    @Bean
    DeliveryLedger deliveryLedger(
            DeliveryQueueDao queue,
            WebhookDao webhooks,
            RetrySchedule schedule,
            AuditTrail audit,
            WebhookProperties properties) {
        return new DeliveryLedger(queue, webhooks, schedule, audit, properties.lease());
    }

    @Bean
    WebhookHttpClient webhookHttpClient(AddressPolicy addresses, WebhookProperties properties) {
        return new WebhookHttpClient(addresses, properties.timeout(), Math.max(1, properties.senders()));
    }

    @Bean
    WebhookCourier webhookCourier(
            DeliveryLedger ledger,
            WebhookHttpClient sender,
            InstantSource clock,
            FaultPoints faults,
            MeterRegistry meters) {
        return new WebhookCourier(ledger, sender, clock, faults, meters);
    }

    @Bean
    CourierLoops courierLoops(WebhookCourier courier, WebhookProperties properties, MeterRegistry meters) {
        return new CourierLoops(courier, properties.senders(), properties.pollInterval(), meters);
    }

    @Bean
    WebhookListener webhookListener(
            DeliveryQueueDao queue, CourierLoops couriers, ApplicationEventPublisher publisher, InstantSource clock) {
        return new WebhookListener(queue, couriers, publisher, clock);
    }

    @Bean
    PollingLoop deliveryLogLoop(
            DeliveryLedger ledger, InstantSource clock, WebhookProperties properties, MeterRegistry meters) {
        DeliveryLogSweeper sweeper = new DeliveryLogSweeper(ledger, clock, properties.logRetention());
        return new PollingLoop("webhook-log", SWEEP_INTERVAL, sweeper::sweep, meters);
    }
}
