package dev.longshore.history.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.events.ExportCompleted;
import dev.longshore.history.testing.Endpoint;
import dev.longshore.history.testing.Endpoint.Received;
import dev.longshore.history.testing.HistoryApi;
import dev.longshore.history.testing.OutcomeMessages;
import dev.longshore.history.testing.RunningHistory;
import dev.longshore.platform.messaging.AvroCodec;
import dev.longshore.platform.time.Ids;
import dev.longshore.testing.Eventually;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

/** Outcomes sent again, to the topic and to a webhook. */
@ExtendWith(OutputCaptureExtension.class)
class ReplayIT {
    private static final Instant START = Instant.parse("2026-11-26T00:00:00Z");
    private static final String REPLAYS = "/api/v1/replays";

    @RegisterExtension
    static final RunningHistory history = RunningHistory.changed(delivered -> delivered
            .with("longshore.history.replay.most-events", 5)
            .with("longshore.history.webhooks.allow-http", true)
            .with("longshore.history.webhooks.allowed-networks", "127.0.0.1/32"));

    private final AvroCodec codec = history.bean(AvroCodec.class);

    private final Jdbi jdbi = history.bean(Jdbi.class);

    private HistoryApi admin;
    private OutcomeMessages outcomes;

    @BeforeEach
    void caller() {
        admin = history.api("ADMIN");
        outcomes = new OutcomeMessages(history.kafka(), codec);
    }

    @Test
    void outcomes_of_a_window_come_again_as_they_were_to_the_byte(CapturedOutput output) {
        UUID jobId = Ids.nameBased("replayed to the topic");
        send(jobId, 5);
        List<ConsumerRecord<String, byte[]>> originals = outcomes.messagesOf(jobId);

        // [01:00, 04:00) holds the second, third and fourth.
        HttpResponse<String> ordered = replay(1, 4, jobId, null);
        assertThat(ordered.statusCode()).as(ordered.body()).isEqualTo(202);
        JsonNode replay = admin.read(ordered.body());
        assertThat(replay.at("/events").asInt()).isEqualTo(3);
        Eventually.that(
                "they are sent", () -> assertThat(outcomes.messagesOf(jobId)).hasSize(8));
        List<ConsumerRecord<String, byte[]>> all = outcomes.messagesOf(jobId);
        for (int i = 0; i < 3; i++) {
            ConsumerRecord<String, byte[]> original = originals.get(i + 1);
            ConsumerRecord<String, byte[]> again = all.get(5 + i);
            assertThat(again.value()).isEqualTo(original.value());
            assertThat(headers(again)).isEqualTo(headers(original));
            assertThat(again.key()).isEqualTo(original.key());
            assertThat(again.partition()).isEqualTo(original.partition());
        }
        String id = replay.at("/id").asString();
        assertThat(ordered.headers().firstValue("Location")).hasValue(REPLAYS + "/" + id);
        JsonNode kept = admin.getJson(REPLAYS + "/" + id);
        assertThat(kept.at("/requestedBy").asString()).isEqualTo("ada");
        assertThat(kept.at("/jobId").asString()).isEqualTo(jobId.toString());
        assertThat(output.getAll())
                .contains("Outcomes are sent again: replay=%s from=2026-11-26T01:00:00Z to=2026-11-26T04:00:00Z"
                        .formatted(id))
                .contains("events=3 user=ada");
        Eventually.that(
                "what is read again is not kept twice",
                () -> assertThat(kept(jobId)).isEqualTo(5));
    }

    @Test
    void a_repeated_request_sends_once() {
        UUID jobId = Ids.nameBased("replayed once");
        send(jobId, 2);
        HttpResponse<String> first = replay(0, 2, jobId, null, "Idempotency-Key", "again");
        HttpResponse<String> second = replay(0, 2, jobId, null, "Idempotency-Key", "again");
        assertThat(second.statusCode()).isEqualTo(202);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(replay(0, 1, jobId, null, "Idempotency-Key", "again").statusCode())
                .isEqualTo(409);
        HttpResponse<String> other = replay(0, 1, jobId, null);
        assertThat(other.statusCode()).isEqualTo(202);
        // One key keeps its order: once the last message is there, so is everything before it.
        Eventually.that(
                "what was ordered is sent",
                () -> assertThat(outcomes.messagesOf(jobId)).hasSize(5));
    }

    @Test
    void a_replay_to_a_webhook_delivers_again_what_it_had_and_what_it_missed() {
        UUID jobId = Ids.nameBased("replayed to a webhook");
        send(jobId, 2);
        try (Endpoint endpoint = Endpoint.start()) {
            HttpResponse<String> created = admin.post(
                    "/api/v1/webhooks", "{\"url\": \"%s\", \"jobId\": \"%s\"}".formatted(endpoint.url(), jobId));
            String webhook = admin.read(created.body()).at("/id").asString();
            outcomes.send(OutcomeMessages.completed(jobId, 3, START.plus(Duration.ofHours(2))));
            Eventually.that(
                    "the third is delivered",
                    () -> assertThat(endpoint.received()).hasSize(1));

            HttpResponse<String> ordered = replay(0, 24, null, webhook);
            assertThat(ordered.statusCode()).as(ordered.body()).isEqualTo(202);
            assertThat(admin.read(ordered.body()).at("/events").asInt())
                    .as("events of other jobs are not for this webhook")
                    .isEqualTo(3);
            Eventually.that(
                    "all three are delivered",
                    () -> assertThat(endpoint.received()).hasSize(4));
            assertThat(endpoint.received().stream().map(Received::id).distinct())
                    .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 3)
                            .mapToObj(i ->
                                    OutcomeMessages.completed(jobId, i, START).getEventId())
                            .toList());
            assertThat(outcomes.messagesOf(jobId))
                    .as("nothing goes to the topic")
                    .hasSize(3);

            assertThat(replay(0, 24, Ids.nameBased("another job"), webhook).statusCode())
                    .isEqualTo(400);
            admin.put(
                    "/api/v1/webhooks/" + webhook,
                    "{\"url\": \"%s\", \"enabled\": false}".formatted(endpoint.url()),
                    "If-Match",
                    "*");
            assertThat(replay(0, 24, null, webhook).statusCode()).isEqualTo(409);
            assertThat(replay(0, 24, null, Ids.nameBased("no webhook").toString())
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void a_replay_is_bounded_and_bad_input_is_refused() {
        UUID jobId = Ids.nameBased("too many");
        send(jobId, 6);
        HttpResponse<String> refused = replay(0, 6, jobId, null);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(admin.read(refused.body()).at("/errors/0/message").asString())
                .isEqualTo("must be earlier: there are more than 5 events in this window; replay it in parts");
        assertThat(outcomes.messagesOf(jobId)).hasSize(6);
        assertThat(replay(0, 5, jobId, null).statusCode()).isEqualTo(202);
        JsonNode errors = admin.read(admin.post(REPLAYS, "{}").body()).at("/errors");
        assertThat(errors.size()).isEqualTo(2);
        assertThat(replay(2, 2, jobId, null).statusCode()).isEqualTo(400);
        assertThat(admin.get(REPLAYS + "/" + Ids.nameBased("none")).statusCode())
                .isEqualTo(404);
    }

    /** One an hour from {@link #START} on; returns when all are kept. */
    private void send(UUID jobId, int count) {
        outcomes.send(IntStream.rangeClosed(1, count)
                .mapToObj(i -> OutcomeMessages.completed(jobId, i, START.plus(Duration.ofHours(i - 1))))
                .toArray(ExportCompleted[]::new));
        Eventually.that("the outcomes are kept", () -> assertThat(kept(jobId)).isEqualTo(count));
    }

    private long kept(UUID jobId) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT count(*) FROM export_event WHERE job_id = :jobId")
                .bind("jobId", jobId)
                .mapTo(Long.class)
                .one());
    }

    private HttpResponse<String> replay(
            int fromHour, int toHour, @Nullable UUID jobId, @Nullable String webhookId, String... headers) {
        return admin.post(
                REPLAYS,
                "{\"from\": \"%s\", \"to\": \"%s\", \"jobId\": %s, \"webhookId\": %s}"
                        .formatted(
                                START.plus(Duration.ofHours(fromHour)),
                                START.plus(Duration.ofHours(toHour)),
                                quoted(jobId),
                                quoted(webhookId)),
                headers);
    }

    private static String quoted(@Nullable Object value) {
        return value == null ? "null" : "\"" + value + "\"";
    }

    private static Map<String, String> headers(ConsumerRecord<String, byte[]> message) {
        Map<String, String> headers = new TreeMap<>();
        Arrays.stream(message.headers().toArray())
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return headers;
    }
}
