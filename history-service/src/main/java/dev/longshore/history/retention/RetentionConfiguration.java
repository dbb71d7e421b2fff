package dev.longshore.history.retention;

import dev.longshore.platform.audit.AuditTrail;
import dev.longshore.platform.outbox.Outbox;
import dev.longshore.platform.polling.PollingLoop;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.jdbi.v3.core.Jdbi;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RetentionProperties.class)
class RetentionConfiguration {
    @Bean
    RetentionService retentionService(
            Jdbi jdbi,
            Outbox outbox,
            AuditTrail audit,
            ApplicationEventPublisher events,
            RetentionProperties properties) {
        return new RetentionService(
                jdbi.onDemand(RetentionDao.class), new RetentionPublisher(outbox), audit, events, properties.warning());
    }

    @Bean
    RetentionSweeper retentionSweeper(RetentionService retention, InstantSource clock) {
        return new RetentionSweeper(retention, clock);
    }

    @Bean
    PollingLoop retentionLoop(RetentionSweeper sweeper, RetentionProperties properties, MeterRegistry meters) {
        return new PollingLoop("retention", properties.sweepInterval(), sweeper::sweep, meters);
    }
}
