package dev.longshore.platform.messaging;

import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;

/** Topics that a service needs; Spring's {@link KafkaAdmin} creates those that are missing and leaves others alone. */
public final class TopicDeclarations {
    /** What the name of a topic's dead letters ends with. */
    public static final String DEAD_LETTER_SUFFIX = ".dlt";

    private TopicDeclarations() {}

    /**
     * A topic with its dead letters beside it, which are kept for good.
     *
     * @param configs topic settings such as {@code retention.ms}; replication is the broker's default
     */
    public static KafkaAdmin.NewTopics withDeadLetters(String topic, int partitions, Map<String, String> configs) {
        NewTopic letters = TopicBuilder.name(topic + DEAD_LETTER_SUFFIX)
                .partitions(1)
                .config("retention.ms", "-1")
                .build();
        return new KafkaAdmin.NewTopics(of(topic, partitions, configs), letters);
    }

    /** A topic that nobody in this product reads by a listener, and which therefore has no dead letters. */
    public static NewTopic of(String topic, int partitions, Map<String, String> configs) {
        return TopicBuilder.name(topic).partitions(partitions).configs(configs).build();
    }
}
