package dev.longshore.history.rebuild;

import dev.longshore.history.ingest.ShadowProjector;
import dev.longshore.platform.audit.AuditTrail;
import dev.longshore.platform.polling.PollingLoop;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.jdbi.v3.core.Jdbi;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ConsumerFactory;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RebuildProperties.class)
class RebuildConfiguration {
    @Bean
    RebuildService rebuildService(
            Jdbi jdbi, ShadowProjector shadow, AuditTrail audit, InstantSource clock, RebuildProperties properties) {
        return new RebuildService(
                jdbi.onDemand(RebuildDao.class),
                jdbi.onDemand(ShadowTablesDao.class),
                shadow,
                audit,
                clock,
                properties);
    }

    @Bean(destroyMethod = "close")
    Rebuilder rebuilder(
            RebuildService rebuilds, ConsumerFactory<String, byte[]> consumers, RebuildProperties properties) {
        return new Rebuilder(rebuilds, new RunEventSource(consumers, properties.batch()));
    }

    @Bean
    PollingLoop rebuildLoop(Rebuilder rebuilder, RebuildProperties properties, MeterRegistry meters) {
        return new PollingLoop("rebuild", properties.pollInterval(), rebuilder::step, meters);
    }
}
