package dev.longshore.history.outcome;

import dev.longshore.events.Topics;
import dev.longshore.platform.messaging.AvroCodec;
import dev.longshore.platform.messaging.TopicDeclarations;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;

@Configuration(proxyBeanMethods = false)
class OutcomeConfiguration {
    private static final int PARTITIONS = 4;
    private static final Map<String, String> KEPT_FOR_GOOD = Map.of("retention.ms", "-1");

    @Bean
    ExportEventDao exportEventDao(Jdbi jdbi) {
        return jdbi.onDemand(ExportEventDao.class);
    }

    @Bean
    ExportEventCodec exportEventCodec() {
        return new ExportEventCodec();
    }

    @Bean
    ExportEventLedger exportEventLedger(ExportEventDao dao, ApplicationEventPublisher publisher) {
        return new ExportEventLedger(dao, publisher);
    }

    @Bean
    ExportCompletedListener exportCompletedListener(
            AvroCodec codec, ExportEventCodec events, ExportEventLedger ledger) {
        return new ExportCompletedListener(codec, events, ledger);
    }

    @Bean
    ExportExpiringListener exportExpiringListener(AvroCodec codec, ExportEventCodec events, ExportEventLedger ledger) {
        return new ExportExpiringListener(codec, events, ledger);
    }

    /** Declared by the workers, who send to it; declared here as well, so that either may start first. */
    @Bean
    KafkaAdmin.NewTopics exportCompletedTopics() {
        return TopicDeclarations.withDeadLetters(Topics.EXPORT_COMPLETED, PARTITIONS, KEPT_FOR_GOOD);
    }

    @Bean
    KafkaAdmin.NewTopics exportExpiringTopics() {
        return TopicDeclarations.withDeadLetters(Topics.EXPORT_EXPIRING, PARTITIONS, KEPT_FOR_GOOD);
    }
}
