package dev.longshore.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longshore.embedded.KafkaBroker.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.clients.consumer.ShareConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaBrokerIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path home;

    @Test
    void messages_and_consumer_positions_survive_a_restart() throws Exception {
        Settings settings = new Settings(home, LoopbackPort.orAnyFree(0), LoopbackPort.orAnyFree(0));
        try (KafkaBroker broker = KafkaBroker.start(settings)) {
            createTopic(broker);
            send(broker, "first");
            assertThat(readNext(broker)).isEqualTo("first");
            send(broker, "second");
        }
        try (KafkaBroker broker = KafkaBroker.start(settings)) {
            assertThat(readNext(broker)).isEqualTo("second");
        }
    }

    @Test
    void a_share_group_receives_what_was_sent_before_it_first_joined() throws Exception {
        try (KafkaBroker broker = KafkaBroker.start(new Settings(home, 0, 0))) {
            createTopic(broker);
            send(broker, "task");
            configureShareGroup(broker);
            try (ShareConsumer<String, String> consumer = new KafkaShareConsumer<>(
                    Map.of("bootstrap.servers", broker.bootstrapServers(), "group.id", "workers"),
                    new StringDeserializer(),
                    new StringDeserializer())) {
                consumer.subscribe(List.of("words"));
                assertThat(consumer.poll(PATIENCE))
                        .as("a share group is served well within its default heartbeat")
                        .singleElement()
                        .extracting(record -> record.value())
                        .isEqualTo("task");
            }
        }
    }

    @Test
    void topics_do_not_appear_by_themselves() throws Exception {
        try (KafkaBroker broker = KafkaBroker.start(new Settings(home, 0, 0))) {
            assertThatThrownBy(() -> send(broker, "lost")).hasMessageContaining("words");
        }
    }

    @Test
    void a_port_that_is_taken_is_refused_in_words() throws Exception {
        try (KafkaBroker broker = KafkaBroker.start(new Settings(home.resolve("one"), 0, 0))) {
            assertThatThrownBy(() -> KafkaBroker.start(new Settings(home.resolve("two"), broker.port(), 0)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("Port " + broker.port());
        }
    }

    private static void createTopic(KafkaBroker broker) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic("words", 1, (short) 1)))
                    .all()
                    .get();
        }
    }

    private static void configureShareGroup(KafkaBroker broker) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.incrementalAlterConfigs(Map.of(
                            new ConfigResource(ConfigResource.Type.GROUP, "workers"),
                            List.of(
                                    new AlterConfigOp(
                                            new ConfigEntry("share.auto.offset.reset", "earliest"), OpType.SET),
                                    new AlterConfigOp(
                                            new ConfigEntry("share.record.lock.duration.ms", "180000"), OpType.SET))))
                    .all()
                    .get();
        }
    }

    private static void send(KafkaBroker broker, String word) throws ExecutionException, InterruptedException {
        Map<String, Object> settings = Map.of("bootstrap.servers", broker.bootstrapServers(), "max.block.ms", 3_000);
        try (Producer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("words", word)).get();
        }
    }

    private static String readNext(KafkaBroker broker) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                broker.bootstrapServers(),
                "group.id",
                "readers",
                "auto.offset.reset",
                "earliest",
                "max.poll.records",
                1);
        try (Consumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of("words"));
            ConsumerRecords<String, String> records = consumer.poll(PATIENCE);
            assertThat(records.count()).as("messages within %s", PATIENCE).isEqualTo(1);
            consumer.commitSync();
            return records.iterator().next().value();
        }
    }
}
