package dev.longshore.worker.lease;

import dev.longshore.events.Topics;
import dev.longshore.platform.messaging.KafkaClientSettings;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.clients.consumer.ShareConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaTemplate;

/** The share group through which workers hear of tasks, and where unreadable messages about tasks go. */
@Configuration(proxyBeanMethods = false)
class ShareGroupConfiguration {
    static final String GROUP = "export-workers";

    private static final String LOCK_MILLIS = "15000";
    private static final int TIMEOUT_SECONDS = 10;

    /** A worker that is busy for long does not poll; it must not be thrown out of the group for that. */
    private static final int DAY_MILLIS = 86_400_000;

    @Bean
    TaskReadyListener.ConsumerSource taskReadyConsumers(KafkaClientSettings kafka) {
        Map<String, Object> settings = kafka.ofShareConsumers();
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP);
        settings.put("share.acknowledgement.mode", "explicit");
        settings.put("share.acquire.mode", "record_limit");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
        settings.put(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, DAY_MILLIS);
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 500);
        Map<String, Object> adminSettings = kafka.ofAdministration();
        return () -> subscribe(settings, adminSettings);
    }

    private static ShareConsumer<String, byte[]> subscribe(
            Map<String, Object> settings, Map<String, Object> adminSettings) {
        configureGroup(adminSettings);
        ShareConsumer<String, byte[]> consumer =
                new KafkaShareConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        consumer.subscribe(List.of(Topics.TASKS));
        return consumer;
    }

    /** Before the first consumer: a new group would otherwise skip everything that was sent before it existed. */
    private static void configureGroup(Map<String, Object> adminSettings) {
        try (Admin admin = Admin.create(adminSettings)) {
            admin.incrementalAlterConfigs(Map.of(
                            new ConfigResource(ConfigResource.Type.GROUP, GROUP),
                            List.of(
                                    set("share.auto.offset.reset", "earliest"),
                                    set("share.record.lock.duration.ms", LOCK_MILLIS))))
                    .all()
                    .get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("The share group could not be configured", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Interrupted while configuring the share group", e);
        }
    }

    private static AlterConfigOp set(String name, String value) {
        return new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET);
    }

    @Bean
    TaskReadyListener.DeadLetters taskReadyDeadLetters(KafkaTemplate<String, byte[]> kafka) {
        return (message, cause) -> {
            ProducerRecord<String, byte[]> letter =
                    new ProducerRecord<>(Topics.TASKS + Topics.DEAD_LETTER_SUFFIX, message.key(), message.value());
            message.headers().forEach(letter.headers()::add);
            letter.headers()
                    .add("dead-letter-cause", cause.getClass().getName().getBytes(StandardCharsets.UTF_8))
                    .add(
                            "dead-letter-message",
                            String.valueOf(cause.getMessage()).getBytes(StandardCharsets.UTF_8));
            kafka.send(letter).orTimeout(TIMEOUT_SECONDS, TimeUnit.SECONDS).join();
        };
    }
}
