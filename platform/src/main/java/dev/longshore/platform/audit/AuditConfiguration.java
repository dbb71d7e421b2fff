package dev.longshore.platform.audit;

import dev.longshore.platform.messaging.AvroCodec;
import dev.longshore.platform.messaging.TopicDeclarations;
import dev.longshore.platform.outbox.EncodedOutbox;
import java.util.Map;
import org.apache.avro.Schema;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;

/** The audit trail of a service that has an outbox. The service brings the {@link AuditTopic}. */
@Configuration(proxyBeanMethods = false)
public class AuditConfiguration {
    /**
     * Where records go.
     *
     * @param name topic
     * @param schema of a record; has the fields that {@link AuditEntry} and {@link AuditActor} have
     */
    public record AuditTopic(String name, Schema schema) {}

    @Bean
    AuditTrail auditTrail(EncodedOutbox outbox, AvroCodec codec, AuditTopic topic) {
        return new AuditPublisher(outbox, codec, topic, new CallerSource());
    }

    /** Declared by every service that writes or reads it, so that any may start first. One partition: one order. */
    @Bean
    KafkaAdmin.NewTopics auditTopics(AuditTopic topic) {
        return TopicDeclarations.withDeadLetters(topic.name(), 1, Map.of("retention.ms", "-1"));
    }
}
