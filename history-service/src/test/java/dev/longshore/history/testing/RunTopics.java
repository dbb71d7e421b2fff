package dev.longshore.history.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.events.ProgressReported;
import dev.longshore.events.RunEvent;
import dev.longshore.events.Topics;
import dev.longshore.platform.messaging.AvroCodec;
import dev.longshore.testing.Eventually;
import dev.longshore.testing.KafkaExtension;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Run events and progress on their topics, sent as the workers' relays do. */
public final class RunTopics implements AutoCloseable {
    private static final int PARTITIONS = 4;
    private static final Map<String, String> GROUPS =
            Map.of(Topics.RUN_EVENTS, "history-service", Topics.PROGRESS, "history-service-progress");

    private final AvroCodec codec;
    private final Admin admin;
    private final KafkaProducer<String, byte[]> producer;

    public RunTopics(KafkaExtension kafka, AvroCodec codec) {
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka.bootstrapServers());
        this.codec = codec;
        this.admin = Admin.create(settings);
        this.producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    /** Creates the topics; before the service starts. */
    public static void create(KafkaExtension kafka) {
        kafka.createTopics(
                PARTITIONS,
                Topics.RUN_EVENTS,
                Topics.RUN_EVENTS + Topics.DEAD_LETTER_SUFFIX,
                Topics.PROGRESS,
                Topics.PROGRESS + Topics.DEAD_LETTER_SUFFIX,
                Topics.EXPORT_COMPLETED,
                Topics.EXPORT_COMPLETED + Topics.DEAD_LETTER_SUFFIX);
    }

    /** Returns when the broker has them all. */
    public void send(List<? extends SpecificRecord> messages) {
        List<? extends Future<?>> sent = messages.stream()
                .map(message -> {
                    boolean progress = message instanceof ProgressReported;
                    String topic = progress ? Topics.PROGRESS : Topics.RUN_EVENTS;
                    String key = message instanceof RunEvent event
                            ? event.getRunId()
                            : ((ProgressReported) message).getRunId();
                    return producer.send(new ProducerRecord<>(topic, key, codec.encode(topic, message)));
                })
                .toList();
        sent.forEach(RunTopics::await);
    }

    /** Something that nobody can read. */
    public void sendPoison() {
        await(producer.send(new ProducerRecord<>(Topics.RUN_EVENTS, 1, "poison", new byte[] {1, 2, 3})));
    }

    /** Returns when the service has taken in all that the topics hold. */
    public void awaitTakenIn() {
        GROUPS.forEach((topic, group) -> Eventually.that(
                "everything on " + topic + " is taken in",
                () -> assertThat(committed(topic, group)).isEqualTo(ends(topic))));
    }

    private Map<Integer, Long> ends(String topic) {
        Map<TopicPartition, OffsetSpec> asked = java.util.stream.IntStream.range(0, PARTITIONS)
                .boxed()
                .collect(Collectors.toMap(
                        partition -> new TopicPartition(topic, partition), partition -> OffsetSpec.latest()));
        return await(admin.listOffsets(asked).all().toCompletionStage().toCompletableFuture()).entrySet().stream()
                .filter(entry -> entry.getValue().offset() > 0)
                .collect(Collectors.toMap(
                        entry -> entry.getKey().partition(),
                        entry -> entry.getValue().offset()));
    }

    private Map<Integer, Long> committed(String topic, String group) {
        return await(admin.listConsumerGroupOffsets(group)
                        .partitionsToOffsetAndMetadata()
                        .toCompletionStage()
                        .toCompletableFuture())
                .entrySet()
                .stream()
                .filter(entry -> entry.getKey().topic().equals(topic))
                .filter(entry -> entry.getValue() != null && entry.getValue().offset() > 0)
                .collect(Collectors.toMap(
                        entry -> entry.getKey().partition(),
                        entry -> entry.getValue().offset()));
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.get(60, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
        admin.close();
    }
}
