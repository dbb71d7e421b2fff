package dev.longshore.platform.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.PropertyMapper;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.MicrometerConsumerListener;
import org.springframework.kafka.core.MicrometerProducerListener;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;

/**
 * Kafka for a service: string keys, Avro values as bytes, offsets committed only after the listener returned (and its
 * transaction with it), failures sorted by {@link ListenerFailures}.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RegistryProperties.class)
public class MessagingConfiguration {
    /** A password or certificate that is mended at the broker is taken up after this long, without a restart. */
    private static final Duration PAUSE_WHEN_REFUSED = Duration.ofSeconds(10);

    @Bean
    @ConditionalOnMissingBean
    SchemaRegistry schemaRegistry(RegistryProperties properties) {
        return new HttpSchemaRegistry(properties.url(), properties.registration(), properties.timeout());
    }

    @Bean
    AvroCodec avroCodec(SchemaRegistry registry) {
        return new AvroCodec(registry);
    }

    @Bean
    KafkaClientSettings kafkaClientSettings(KafkaProperties properties, KafkaConnectionDetails connection) {
        return new KafkaClientSettings(properties, connection);
    }

    @Bean
    KafkaAdmin kafkaAdmin(KafkaClientSettings settings, KafkaProperties properties) {
        KafkaProperties.Admin wanted = properties.getAdmin();
        KafkaAdmin admin = new KafkaAdmin(settings.ofAdministration());
        PropertyMapper map = PropertyMapper.get();
        map.from(wanted::getCloseTimeout).asInt(Duration::toSeconds).to(admin::setCloseTimeout);
        map.from(wanted::getOperationTimeout).asInt(Duration::toSeconds).to(admin::setOperationTimeout);
        admin.setModifyTopicConfigs(wanted.isModifyTopicConfigs());
        admin.setAutoCreate(false); // TopicCreation asks for it, and says why it failed
        admin.setFatalIfBrokerNotAvailable(true);
        return admin;
    }

    @Bean
    TopicCreation topicCreation(KafkaAdmin admin, KafkaClientSettings settings, KafkaProperties properties) {
        return new TopicCreation(admin, settings.ofAdministration(), properties.getAdmin());
    }

    @Bean
    ProducerFactory<String, byte[]> producerFactory(KafkaClientSettings kafka, MeterRegistry meters) {
        Map<String, Object> settings = kafka.ofProducers();
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.putIfAbsent(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.putIfAbsent(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
        settings.putIfAbsent(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        settings.putIfAbsent(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000);
        settings.putIfAbsent(ProducerConfig.BUFFER_MEMORY_CONFIG, 8L << 20);
        DefaultKafkaProducerFactory<String, byte[]> factory =
                new DefaultKafkaProducerFactory<>(settings, new StringSerializer(), new ByteArraySerializer());
        factory.addListener(new MicrometerProducerListener<>(meters));
        return factory;
    }

    @Bean
    KafkaTemplate<String, byte[]> kafkaTemplate(ProducerFactory<String, byte[]> producers) {
        return new KafkaTemplate<>(producers);
    }

    @Bean
    ConsumerFactory<String, byte[]> consumerFactory(KafkaClientSettings kafka, MeterRegistry meters) {
        Map<String, Object> settings = kafka.ofConsumers();
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.putIfAbsent(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
        DefaultKafkaConsumerFactory<String, byte[]> factory =
                new DefaultKafkaConsumerFactory<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        factory.addListener(new MicrometerConsumerListener<>(meters));
        return factory;
    }

    @Bean
    DefaultErrorHandler listenerErrorHandler(KafkaTemplate<String, byte[]> template, MeterRegistry meters) {
        return ListenerFailures.errorHandler(template, meters);
    }

    @Bean
    ConcurrentKafkaListenerContainerFactory<String, byte[]> kafkaListenerContainerFactory(
            ConsumerFactory<String, byte[]> consumers, DefaultErrorHandler errorHandler) {
        ConcurrentKafkaListenerContainerFactory<String, byte[]> factory =
                new ConcurrentKafkaListenerContainerFactory<>();
        factory.setConsumerFactory(consumers);
        factory.setCommonErrorHandler(errorHandler);
        factory.getContainerProperties().setAckMode(ContainerProperties.AckMode.RECORD);
        factory.getContainerProperties().setMissingTopicsFatal(false);
        factory.getContainerProperties().setAuthExceptionRetryInterval(PAUSE_WHEN_REFUSED);
        return factory;
    }
}
