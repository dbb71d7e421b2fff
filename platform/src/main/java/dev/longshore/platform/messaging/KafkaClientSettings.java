package dev.longshore.platform.messaging;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.config.SslConfigs;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.boot.kafka.autoconfigure.SslBundleSslEngineFactory;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.util.StringUtils;

/**
 * What {@code spring.kafka.*} says, for every Kafka client that a service makes: the broker's address, TLS and sign-in
 * included. The bundle of {@code spring.kafka.ssl.bundle} is no part of what {@link KafkaProperties} build; a client whose
 * settings do not come from here would speak TLS without its certificates. A house rule sees to it.
 *
 * <p>The maps are the caller's to change. They hold the broker's password: they are never logged.
 */
public final class KafkaClientSettings {
    /** Settings of ordinary consumers that a share consumer refuses (KIP-932). */
    private static final Set<String> REFUSED_BY_SHARE_CONSUMERS = Set.of(
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            ConsumerConfig.GROUP_INSTANCE_ID_CONFIG,
            ConsumerConfig.GROUP_PROTOCOL_CONFIG,
            ConsumerConfig.GROUP_REMOTE_ASSIGNOR_CONFIG,
            ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
            ConsumerConfig.INTERCEPTOR_CLASSES_CONFIG,
            ConsumerConfig.ISOLATION_LEVEL_CONFIG,
            ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
            ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG);

    private final KafkaProperties properties;
    private final KafkaConnectionDetails connection;

    KafkaClientSettings(KafkaProperties properties, KafkaConnectionDetails connection) {
        this.properties = properties;
        this.connection = connection;
    }

    /** Of a producer. */
    public Map<String, Object> ofProducers() {
        return connected(properties.buildProducerProperties(), connection.getProducer());
    }

    /** Of a consumer in a group, or of one that reads by itself. */
    public Map<String, Object> ofConsumers() {
        return connected(properties.buildConsumerProperties(), connection.getConsumer());
    }

    /** Of a consumer in a share group. */
    public Map<String, Object> ofShareConsumers() {
        Map<String, Object> settings = ofConsumers();
        settings.keySet().removeAll(REFUSED_BY_SHARE_CONSUMERS);
        return settings;
    }

    /** Of a client that administers topics and groups. */
    public Map<String, Object> ofAdministration() {
        return connected(properties.buildAdminProperties(), connection.getAdmin());
    }

    /** As Boot does it for the clients that it makes by itself. */
    private static Map<String, Object> connected(
            Map<String, Object> built, KafkaConnectionDetails.Configuration connection) {
        Map<String, Object> settings = new HashMap<>(built);
        settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, connection.getBootstrapServers());
        if (StringUtils.hasLength(connection.getSecurityProtocol())) {
            settings.put(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, connection.getSecurityProtocol());
        }
        SslBundle bundle = connection.getSslBundle();
        if (bundle != null) {
            settings.put(SslConfigs.SSL_ENGINE_FACTORY_CLASS_CONFIG, SslBundleSslEngineFactory.class);
            settings.put(SslBundle.class.getName(), bundle);
        }
        return settings;
    }
}
