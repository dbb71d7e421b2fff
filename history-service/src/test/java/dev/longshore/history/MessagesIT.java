package dev.longshore.history;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.events.ProgressReported;
import dev.longshore.events.RunEvent;
import dev.longshore.events.TaskKind;
import dev.longshore.events.Topics;
import dev.longshore.history.testing.HistoryApi;
import dev.longshore.history.testing.RandomRun;
import dev.longshore.history.testing.RunMessages;
import dev.longshore.history.testing.RunningHistory;
import dev.longshore.platform.messaging.AvroCodec;
import dev.longshore.platform.time.Ids;
import dev.longshore.testing.Eventually;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From the topics to the API, through a real broker and database. */
class MessagesIT {
    @RegisterExtension
    static final RunningHistory history = RunningHistory.asDelivered();

    private final AvroCodec codec = history.bean(AvroCodec.class);

    HistoryApi api;

    @BeforeEach
    void caller() {
        api = history.api("VIEWER");
    }

    @Test
    void a_run_is_seen_as_the_api_promises() {
        RunMessages run = new RunMessages(
                Ids.nameBased("seen run"), Ids.nameBased("seen job"), Instant.parse("2026-11-23T10:00:05Z"));
        send(List.of(
                run.requested(),
                run.accepted(),
                run.started(TaskKind.PLAN, 1, 1, "worker-a"),
                run.planned(2, 200),
                run.started(TaskKind.EXPORT, 1, 2, "worker-a"),
                run.started(TaskKind.EXPORT, 2, 3, "worker-b"),
                run.exported(1, 2, "worker-a", 100, 90),
                run.progress(TaskKind.EXPORT, 2, 3, "worker-b", 50, 45)));

        Eventually.that("the run is projected", () -> {
            JsonNode view = api.getJson("/api/v1/runs/" + run.runId());
            assertThat(view.at("/progress/rows").asLong()).isEqualTo(135);
        });
        JsonNode view = api.getJson("/api/v1/runs/" + run.runId());
        assertThat(view.propertyNames())
                .containsExactly(
                        "id",
                        "jobId",
                        "jobTitle",
                        "source",
                        "type",
                        "trigger",
                        "status",
                        "phase",
                        "fireTime",
                        "window",
                        "requestedAt",
                        "requestedBy",
                        "startedAt",
                        "endedAt",
                        "progress",
                        "eta",
                        "etaUnknownBecause",
                        "expectedWork",
                        "closedThrough",
                        "windowWarning",
                        "files",
                        "fileName",
                        "storedBytes",
                        "failure",
                        "manifestSha256",
                        "expiresAt");
        assertThat(view.at("/status").asString()).isEqualTo("RUNNING");
        assertThat(view.at("/phase").asString()).isEqualTo("EXPORTING");
        assertThat(view.at("/fireTime").asString()).isEqualTo("2026-11-23T10:00:00Z");
        assertThat(view.at("/window/from").asString()).isEqualTo("2026-11-23T09:00:00Z");
        assertThat(view.at("/requestedAt").asString()).isEqualTo("2026-11-23T10:00:06Z");
        assertThat(view.at("/progress/fraction").asDouble()).isEqualTo(0.9 * 150 / 200);
        assertThat(view.at("/progress/chunksDone").asLong()).isEqualTo(1);
        assertThat(view.at("/progress/chunksTotal").asLong()).isEqualTo(2);
        assertThat(view.at("/eta").isNull()).isTrue();
        assertThat(view.at("/etaUnknownBecause").asString())
                .as("the messages are older than the limit for news")
                .startsWith("no news from the workers since 10:00:13");
    }

    @Test
    void duplicate_reordered_and_delayed_messages_change_nothing() {
        UUID jobId = Ids.nameBased("job of duplicates");
        long seed = 4711;
        UUID inOrder = Ids.nameBased("in order");
        UUID inDisorder = Ids.nameBased("in disorder");
        send(RandomRun.of(seed, inOrder, jobId));
        List<SpecificRecord> disorder = new ArrayList<>(RandomRun.of(seed, inDisorder, jobId));
        disorder.addAll(List.copyOf(disorder));
        Collections.shuffle(disorder, new Random(seed));
        List<SpecificRecord> delayed = disorder.subList(disorder.size() / 2, disorder.size());
        send(disorder.subList(0, disorder.size() / 2));
        Eventually.that(
                "the first half is projected",
                () -> assertThat(api.get("/api/v1/runs/" + inDisorder).statusCode())
                        .isEqualTo(200));
        send(delayed);

        Eventually.that("both runs read the same", () -> {
            assertThat(withoutId(api.getJson("/api/v1/runs/" + inDisorder), inDisorder))
                    .isEqualTo(withoutId(api.getJson("/api/v1/runs/" + inOrder), inOrder));
            assertThat(withoutId(api.getJson("/api/v1/runs/" + inDisorder + "/timeline"), inDisorder))
                    .isEqualTo(withoutId(api.getJson("/api/v1/runs/" + inOrder + "/timeline"), inOrder));
        });
        assertThat(api.getJson("/api/v1/runs/" + inOrder).at("/status").asString())
                .isEqualTo("COMPLETED");
    }

    @Test
    void a_poison_message_goes_to_the_dead_letters_and_blocks_nobody() {
        UUID jobId = Ids.nameBased("job of poison");
        RunMessages before = new RunMessages(Ids.nameBased("before"), jobId, Instant.parse("2026-11-23T11:00:00Z"));
        RunMessages after = new RunMessages(Ids.nameBased("after"), jobId, Instant.parse("2026-11-23T11:00:00Z"));
        byte[] garbage = "no Avro at all".getBytes(UTF_8);
        try (KafkaProducer<String, byte[]> producer = producer()) {
            String key = before.runId().toString();
            deliver(
                    producer,
                    new ProducerRecord<>(
                            Topics.RUN_EVENTS, 0, key, codec.encode(Topics.RUN_EVENTS, before.requested())));
            deliver(producer, new ProducerRecord<>(Topics.RUN_EVENTS, 0, key, garbage));
            deliver(
                    producer,
                    new ProducerRecord<>(
                            Topics.RUN_EVENTS, 0, key, codec.encode(Topics.RUN_EVENTS, after.requested())));
            deliver(producer, new ProducerRecord<>(Topics.PROGRESS, 0, key, garbage));
        }

        Eventually.that(
                "the messages around the poison are projected",
                () -> assertThat(api.getJson("/api/v1/runs?jobId=" + jobId)
                                .at("/items")
                                .size())
                        .isEqualTo(2));
        assertThat(deadLetter(Topics.RUN_EVENTS)).isEqualTo(garbage);
        assertThat(deadLetter(Topics.PROGRESS)).isEqualTo(garbage);
    }

    private static JsonNode withoutId(JsonNode body, UUID runId) {
        return JsonMapper.builder().build().readTree(body.toString().replace(runId.toString(), "the run"));
    }

    private void send(List<? extends SpecificRecord> messages) {
        try (KafkaProducer<String, byte[]> producer = producer()) {
            for (SpecificRecord message : messages) {
                boolean progress = message instanceof ProgressReported;
                String topic = progress ? Topics.PROGRESS : Topics.RUN_EVENTS;
                String key =
                        message instanceof RunEvent event ? event.getRunId() : ((ProgressReported) message).getRunId();
                deliver(producer, new ProducerRecord<>(topic, key, codec.encode(topic, message)));
            }
        }
    }

    private static void deliver(KafkaProducer<String, byte[]> producer, ProducerRecord<String, byte[]> message) {
        try {
            producer.send(message).get(60, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static KafkaProducer<String, byte[]> producer() {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", history.kafka().bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    private static byte[] deadLetter(String topic) {
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", history.kafka().bootstrapServers(), "fetch.max.wait.ms", 10),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            TopicPartition letters = new TopicPartition(topic + Topics.DEAD_LETTER_SUFFIX, 0);
            consumer.assign(List.of(letters));
            consumer.seekToBeginning(List.of(letters));
            List<ConsumerRecord<String, byte[]>> read = new ArrayList<>();
            Eventually.that("a dead letter of " + topic, () -> {
                consumer.poll(Duration.ofMillis(100)).forEach(read::add);
                assertThat(read).hasSize(1);
            });
            ConsumerRecord<String, byte[]> letter = read.get(0);
            assertThat(letter.headers().lastHeader("dead-letter-cause").value()).isNotEmpty();
            return letter.value();
        }
    }
}
