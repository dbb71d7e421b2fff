package dev.longshore.history.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.longshore.events.Dataset;
import dev.longshore.events.ExportCompleted;
import dev.longshore.events.ExportExpiring;
import dev.longshore.events.ExportOutcome;
import dev.longshore.events.ExportTotals;
import dev.longshore.events.ExportedJob;
import dev.longshore.events.ExportedRun;
import dev.longshore.events.ManifestReference;
import dev.longshore.events.RunTrigger;
import dev.longshore.events.Topics;
import dev.longshore.events.Window;
import dev.longshore.platform.messaging.AvroCodec;
import dev.longshore.platform.time.Ids;
import dev.longshore.testing.KafkaExtension;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The outcomes of a job's runs on the public topic, as the workers send them, one an hour. */
public final class OutcomeMessages {
    private final KafkaExtension kafka;
    private final AvroCodec codec;

    public OutcomeMessages(KafkaExtension kafka, AvroCodec codec) {
        this.kafka = kafka;
        this.codec = codec;
    }

    /** A completed run. */
    public static ExportCompleted completed(UUID jobId, long sequence, Instant at) {
        UUID runId = Ids.nameBased("run of outcome", jobId.toString(), Long.toString(sequence));
        return ExportCompleted.newBuilder()
                .setEventId(Ids.nameBased("export-completed", runId.toString()).toString())
                .setOutcome(ExportOutcome.COMPLETED)
                .setSequence(sequence)
                .setOccurredAt(at)
                .setJob(new ExportedJob(jobId.toString(), 1, "Größe 📦"))
                .setRun(ExportedRun.newBuilder()
                        .setId(runId.toString())
                        .setTrigger(RunTrigger.SCHEDULE)
                        .setFireTime(at.minusSeconds(60))
                        .setFinishedAt(at)
                        .build())
                .setWindow(new Window(at.minus(Duration.ofHours(1)), at))
                .setDataset(new Dataset("CONTACT_HISTORY", "INTERACTION", null, "startDate"))
                .setManifest(new ManifestReference("run-" + runId + "/manifest.json", "cafe"))
                .setTotals(new ExportTotals(1, 10L, 1000L))
                .setFormat("JSON_LINES")
                .setCompression("NONE")
                .build();
    }

    /** A warning that the artifacts of such a run end three days later. */
    public static ExportExpiring expiring(UUID jobId, long sequence, Instant at) {
        ExportCompleted ofRun = completed(jobId, sequence, at);
        return ExportExpiring.newBuilder()
                .setEventId(
                        Ids.nameBased("export-expiring", ofRun.getRun().getId()).toString())
                .setOccurredAt(at)
                .setExpiresAt(at.plus(Duration.ofDays(3)))
                .setJobId(jobId.toString())
                .setJobTitle(ofRun.getJob().getTitle())
                .setRunId(ofRun.getRun().getId())
                .setWindow(ofRun.getWindow())
                .setManifestLocation(ofRun.getManifest().getLocation())
                .setFiles(1)
                .setBytes(1000L)
                .build();
    }

    /** Sends outcomes as the workers' relay does. */
    public void send(ExportCompleted... events) {
        send(Stream.of(events)
                .map(event -> message(
                        Topics.EXPORT_COMPLETED,
                        event.getJob().getId(),
                        event.getEventId(),
                        event.getOccurredAt(),
                        event))
                .toList());
    }

    /** Sends a warning as the relay of history-service does. */
    public void send(ExportExpiring event) {
        send(List.of(
                message(Topics.EXPORT_EXPIRING, event.getJobId(), event.getEventId(), event.getOccurredAt(), event)));
    }

    private ProducerRecord<String, byte[]> message(
            String topic, String key, String eventId, Instant occurredAt, SpecificRecord event) {
        ProducerRecord<String, byte[]> message = new ProducerRecord<>(topic, key, codec.encode(topic, event));
        message.headers().add("event-id", eventId.getBytes(UTF_8));
        message.headers().add("ce_id", eventId.getBytes(UTF_8));
        message.headers().add("ce_time", occurredAt.toString().getBytes(UTF_8));
        return message;
    }

    /** Sends something that nobody can read, to the partition of a job. */
    public void sendPoison(UUID jobId) {
        send(List.of(
                new ProducerRecord<>(Topics.EXPORT_COMPLETED, jobId.toString(), "no Avro at all".getBytes(UTF_8))));
    }

    private void send(List<ProducerRecord<String, byte[]>> messages) {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            for (ProducerRecord<String, byte[]> message : messages) {
                producer.send(message).get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Every message of the job that the topic holds now, in order. */
    public List<ConsumerRecord<String, byte[]>> messagesOf(UUID jobId) {
        return TopicMessages.of(kafka, Topics.EXPORT_COMPLETED, jobId.toString());
    }
}
