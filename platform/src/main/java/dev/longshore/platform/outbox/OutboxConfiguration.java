package dev.longshore.platform.outbox;

import dev.longshore.platform.messaging.AvroCodec;
import dev.longshore.platform.polling.PollingLoop;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.jdbi.v3.core.Jdbi;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The outbox of a service and the loop that relays it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OutboxProperties.class)
public class OutboxConfiguration {
    @Bean
    OutboxDao outboxDao(Jdbi jdbi, MeterRegistry meters) {
        OutboxDao dao = jdbi.onDemand(OutboxDao.class);
        Gauge.builder("longshore.outbox.waiting", dao, OutboxDao::count)
                .description("Messages that are committed and not yet confirmed by the broker")
                .register(meters);
        return dao;
    }

    @Bean
    TransactionalOutbox outbox(
            OutboxDao dao, AvroCodec codec, @Qualifier("outboxRelayLoop") ObjectProvider<PollingLoop> relayLoop) {
        return new TransactionalOutbox(dao, codec, () -> relayLoop.getObject()::wake);
    }

    @Bean
    PollingLoop outboxRelayLoop(
            OutboxDao dao,
            KafkaTemplate<String, byte[]> kafka,
            PlatformTransactionManager transactions,
            OutboxProperties properties,
            MeterRegistry meters) {
        OutboxRelay relay = new OutboxRelay(dao, kafka, new TransactionTemplate(transactions), properties);
        return new PollingLoop("outbox-relay", properties.pollInterval(), relay::relayBatch, meters);
    }
}
