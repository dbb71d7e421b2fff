package dev.longshore.scheduler.testing;

import dev.longshore.events.AuditRecorded;
import dev.longshore.events.RunCommand;
import dev.longshore.events.RunCommandKind;
import dev.longshore.events.RunEvent;
import dev.longshore.events.Topics;
import dev.longshore.platform.messaging.AvroCodec;
import dev.longshore.platform.messaging.HttpSchemaRegistry;
import dev.longshore.testing.KafkaExtension;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** What stands on the topics of a test, and a way to add to it as workers do. */
public final class TopicReader implements AutoCloseable {
    private static final byte[] GARBAGE = {1, 2, 3};

    private final AvroCodec codec;
    private final KafkaConsumer<String, byte[]> consumer;
    private final KafkaProducer<String, byte[]> producer;

    public TopicReader(KafkaExtension kafka) {
        codec = new AvroCodec(new HttpSchemaRegistry(
                URI.create(kafka.registryUrl()), HttpSchemaRegistry.Registration.AUTOMATIC, Duration.ofSeconds(30)));
        Map<String, Object> servers = Map.of("bootstrap.servers", kafka.bootstrapServers());
        // Reading anew has to wait for the answer to what was asked last, which the broker holds back while there is no
        // news.
        Map<String, Object> quick = Map.of("bootstrap.servers", kafka.bootstrapServers(), "fetch.max.wait.ms", 10);
        consumer = new KafkaConsumer<>(quick, new StringDeserializer(), new ByteArrayDeserializer());
        producer = new KafkaProducer<>(servers, new StringSerializer(), new ByteArraySerializer());
    }

    /** All StartRun commands so far. */
    public List<RunCommand> startRuns() {
        return commands(RunCommandKind.START_RUN);
    }

    public List<RunCommand> commands(RunCommandKind kind) {
        return read(Topics.RUN_COMMANDS, RunCommand.class)
                .filter(command -> command.getKind() == kind)
                .toList();
    }

    public List<RunCommand> startRunsOf(String jobId) {
        return startRuns().stream()
                .filter(command -> command.getJobId().equals(jobId))
                .toList();
    }

    public List<RunEvent> eventsOf(String jobId) {
        return read(Topics.RUN_EVENTS, RunEvent.class)
                .filter(event -> event.getJobId().equals(jobId))
                .toList();
    }

    /** What the audit log is told about a subject, in order. */
    public List<AuditRecorded> auditOf(String subjectId) {
        return read(Topics.AUDIT, AuditRecorded.class)
                .filter(record -> record.getSubjectId().equals(subjectId))
                .toList();
    }

    /** Sends an event, and returns when the broker has it. */
    public void send(RunEvent event) {
        send(Topics.RUN_EVENTS, event.getRunId(), codec.encode(Topics.RUN_EVENTS, event));
    }

    public void send(String topic, String key, byte[] value) {
        try {
            producer.send(new ProducerRecord<>(topic, key, value)).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Sends what nobody can decode; this reader passes over it, as other test classes read the same topics. */
    public void sendGarbage(String topic, String key) {
        send(topic, key, GARBAGE);
    }

    public List<String> keysOf(String topic) {
        return records(topic).map(Entry::key).toList();
    }

    /** A new event identity. */
    public static String eventId(Object... parts) {
        return UUID.nameUUIDFromBytes(List.of(parts).toString().getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private record Entry(String key, byte[] value) {}

    private <T extends SpecificRecord> Stream<T> read(String topic, Class<T> type) {
        return records(topic)
                .filter(entry -> !Arrays.equals(entry.value(), GARBAGE))
                .map(entry -> codec.decode(entry.value(), type));
    }

    private Stream<Entry> records(String topic) {
        var partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        var ends = consumer.endOffsets(partitions);
        var entries = Stream.<Entry>builder();
        while (partitions.stream()
                .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
            consumer.poll(Duration.ofMillis(200))
                    .forEach(message -> entries.add(new Entry(message.key(), message.value())));
        }
        return entries.build();
    }

    @Override
    public void close() {
        consumer.close();
        producer.close();
    }
}
