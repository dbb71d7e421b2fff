package dev.longshore.benchmarks;

import dev.longshore.events.RunEvent;
import dev.longshore.events.Topics;
import dev.longshore.platform.messaging.AvroCodec;
import dev.longshore.platform.messaging.HttpSchemaRegistry;
import dev.longshore.platform.messaging.HttpSchemaRegistry.Registration;
import dev.longshore.platform.time.Ids;
import dev.longshore.testing.Eventually;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import tools.jackson.databind.JsonNode;

/**
 * How many events a second history-service takes in as they come, and how many when it makes its read model anew from the
 * topic. Only history-service runs; nobody else reads or writes meanwhile.
 */
public final class RebuildBenchmark {
    private static final String HEAP = "512m";
    private static final String PATH = "/admin/rebuild";
    private static final int JOBS = 50;
    /** Those that end last, on every partition. */
    private static final int LATEST = 60;

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");

    private final HistoryAlone history;

    private RebuildBenchmark(HistoryAlone history) {
        this.history = history;
    }

    /** @param arguments {@code --rows N} events at least (20,000), {@code --rounds N} rebuilds (3), {@code --home DIR} */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Options options = Options.parse(arguments, 20_000, 3);
        try (HistoryAlone history = HistoryAlone.start(options.home(), HEAP)) {
            new RebuildBenchmark(history).measure(options.rows(), options.rounds());
        }
    }

    private void measure(long atLeast, int rounds) throws IOException, InterruptedException {
        List<UUID> runs = new ArrayList<>();
        long begin = System.nanoTime();
        int events = send(atLeast, runs);
        List<UUID> latest = runs.subList(Math.max(0, runs.size() - LATEST), runs.size());
        Eventually.within(PATIENCE).isTrue("all events are taken in", () -> areCompleted(latest));
        print("taken in as they came", events, Duration.ofNanos(System.nanoTime() - begin));
        for (int round = 0; round < rounds; round++) {
            history.answer(history.request(PATH)
                    .POST(HttpRequest.BodyPublishers.noBody())
                    .build());
            Eventually.within(PATIENCE)
                    .isTrue(
                            "the rebuild ends",
                            () -> !rebuild().get("state").asString().equals("RUNNING"));
            JsonNode rebuild = rebuild();
            if (!rebuild.get("state").asString().equals("COMPLETED")
                    || rebuild.get("events").asInt() != events) {
                throw new IllegalStateException("not rebuilt: " + rebuild);
            }
            print(
                    "rebuilt, from the request to the swap",
                    events,
                    Duration.between(
                            Instant.parse(rebuild.get("requestedAt").asString()),
                            Instant.parse(rebuild.get("endedAt").asString())));
        }
    }

    private int send(long atLeast, List<UUID> runs) {
        AvroCodec codec = new AvroCodec(
                new HttpSchemaRegistry(history.registry(), Registration.AUTOMATIC, Duration.ofSeconds(5)));
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", history.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            while (sent.size() < atLeast) {
                UUID runId = Ids.nameBased("rebuilt run", Integer.toString(runs.size()));
                UUID jobId = Ids.nameBased("rebuilt job", Integer.toString(runs.size() % JOBS));
                WholeRun run = new WholeRun(runId, jobId, FIRST.plusSeconds(60L * runs.size()));
                runs.add(runId);
                for (RunEvent event : run.events()) {
                    sent.add(producer.send(new ProducerRecord<>(
                            Topics.RUN_EVENTS, runId.toString(), codec.encode(Topics.RUN_EVENTS, event))));
                }
            }
            producer.flush();
        }
        if (!sent.stream().allMatch(Future::isDone)) {
            throw new IllegalStateException("the broker has not taken the events");
        }
        return sent.size();
    }

    private boolean areCompleted(List<UUID> runs) throws IOException, InterruptedException {
        JsonNode page = history.answer(
                history.request("/runs?limit=500&status=COMPLETED").GET().build());
        List<String> completed = page.get("items").findValuesAsString("id");
        return runs.stream().map(UUID::toString).allMatch(completed::contains);
    }

    private JsonNode rebuild() throws IOException, InterruptedException {
        return history.answer(history.request(PATH).GET().build());
    }

    private static void print(String what, int events, Duration time) {
        System.out.printf(
                Locale.ROOT,
                "%,d events %-40s %6.1f s   %,6d a second%n",
                events,
                what + ":",
                time.toMillis() / 1_000.0,
                events * 1_000L / time.toMillis());
    }
}
