package dev.longshore.worker.testing;

import dev.longshore.platform.messaging.AvroCodec;
import dev.longshore.platform.messaging.HttpSchemaRegistry;
import dev.longshore.testing.KafkaExtension;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Reads and writes topics as another service would. */
public final class Topic implements AutoCloseable {
    private final KafkaProducer<String, byte[]> producer;
    private final Map<String, Object> settings;
    private final Map<String, Reader> readers = new HashMap<>();
    private final AvroCodec codec;

    public Topic(KafkaExtension kafka) {
        settings = Map.of("bootstrap.servers", kafka.bootstrapServers(), "fetch.max.wait.ms", 10);
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer());
        codec = new AvroCodec(new HttpSchemaRegistry(
                URI.create(kafka.registryUrl()), HttpSchemaRegistry.Registration.AUTOMATIC, Duration.ofSeconds(30)));
    }

    /** Sends and waits for the broker. */
    public void send(String topic, String key, SpecificRecord message) {
        sendBytes(topic, key, codec.encode(topic, message));
    }

    /** Sends bytes of any kind and waits for the broker. */
    public void sendBytes(String topic, String key, byte[] payload) {
        try {
            producer.send(new ProducerRecord<>(topic, key, payload)).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Everything in the topic so far, in the order of each partition. */
    public List<ConsumerRecord<String, byte[]>> records(String topic) {
        return readers.computeIfAbsent(topic, this::reader).readOn();
    }

    /** Messages of a topic so far that have this key. */
    public <T extends SpecificRecord> List<T> messages(String topic, String key, Class<T> type) {
        return records(topic).stream()
                .filter(message -> key.equals(message.key()))
                .map(message -> codec.decode(message.value(), type))
                .toList();
    }

    @Override
    public void close() {
        producer.close();
        readers.values().forEach(reader -> reader.consumer.close());
    }

    private Reader reader(String topic) {
        KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return new Reader(consumer, new ArrayList<>());
    }

    private record Reader(KafkaConsumer<String, byte[]> consumer, List<ConsumerRecord<String, byte[]>> found) {
        List<ConsumerRecord<String, byte[]>> readOn() {
            Set<TopicPartition> partitions = consumer.assignment();
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
                consumer.poll(Duration.ofMillis(100)).forEach(found::add);
            }
            return List.copyOf(found);
        }
    }
}
