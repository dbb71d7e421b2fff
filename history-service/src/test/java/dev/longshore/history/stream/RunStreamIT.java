package dev.longshore.history.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.events.TaskKind;
import dev.longshore.history.HistoryApplication;
import dev.longshore.history.ingest.Projection;
import dev.longshore.history.run.RunService;
import dev.longshore.history.testing.HistoryApi;
import dev.longshore.history.testing.RunMessages;
import dev.longshore.platform.security.AllowedSources;
import dev.longshore.platform.time.Ids;
import dev.longshore.testing.Eventually;
import dev.longshore.testing.KafkaExtension;
import dev.longshore.testing.PostgresExtension;
import dev.longshore.testing.TestTokens;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.env.Environment;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** Streams as browsers read them, over HTTP. */
@SpringBootTest(
        classes = {HistoryApplication.class, Projection.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"spring.config.name=history-service", "longshore.history.stream.heartbeat-interval=200ms"})
@DirtiesContext
class RunStreamIT {
    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    @RegisterExtension
    static final KafkaExtension kafka = new KafkaExtension();

    static final TestTokens tokens = TestTokens.start();

    @TempDir
    static Path directory;

    @Autowired
    Projection projection;

    @Autowired
    RunStreams streams;

    @Autowired
    ChangeDao changes;

    @Autowired
    RunService runs;

    @Autowired
    StreamProperties properties;

    @Autowired
    JsonMapper json;

    @Autowired
    Environment environment;

    HistoryApi viewer;

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry registry) {
        postgres.register(registry);
        kafka.register(registry);
        registry.add("longshore.artifacts.directory", directory::toString);
        registry.add("spring.security.oauth2.resourceserver.jwt.jwk-set-uri", tokens::jwkSetUri);
    }

    @BeforeEach
    void caller() {
        viewer = new HistoryApi(environment.getRequiredProperty("local.server.port", Integer.class), tokens, "VIEWER");
    }

    @Test
    void a_change_reaches_the_stream_within_two_seconds_and_only_that_of_its_job() throws InterruptedException {
        UUID jobId = Ids.nameBased("streamed job");
        RunMessages run = new RunMessages(Ids.nameBased("streamed"), jobId, Instant.parse("2026-11-23T10:00:00Z"));
        RunMessages other = new RunMessages(
                Ids.nameBased("not streamed"), Ids.nameBased("other job"), Instant.parse("2026-11-23T10:00:00Z"));
        try (Reader reader = open("/api/v1/runs/stream?jobId=" + jobId)) {
            reader.await(":heartbeat");
            projection.project(List.of(other.requested(), run.requested()));
            String data = reader.await("data:");
            assertThat(reader.last("event:")).isEqualTo("run");
            assertThat(viewer.read(data).at("/id").asString())
                    .isEqualTo(run.runId().toString());
            assertThat(viewer.read(data).at("/status").asString()).isEqualTo("REQUESTED");

            long before = System.nanoTime();
            projection.project(List.of(
                    run.accepted(), run.planned(1, 100), run.progress(TaskKind.EXPORT, 1, 1, "worker-a", 50, 50)));
            reader.awaitData(viewer, "/progress/rows", "50");
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(2));

            reader.await(":heartbeat");
            assertThat(reader.seen(other.runId().toString())).isFalse();
        }
    }

    @Test
    void a_resumed_stream_repeats_what_changed_since_and_misses_nothing() throws InterruptedException {
        UUID jobId = Ids.nameBased("resumed job");
        RunMessages run = new RunMessages(Ids.nameBased("resumed"), jobId, Instant.parse("2026-11-23T10:00:00Z"));
        String id;
        try (Reader reader = open("/api/v1/runs/stream?jobId=" + jobId)) {
            reader.await(":heartbeat");
            projection.project(List.of(run.requested()));
            reader.await("data:");
            Eventually.that("an event with an id", () -> !reader.last("id:").isEmpty());
            id = reader.last("id:");
        }
        // It ends while nobody listens: no longer active, so only the resumption can tell.
        projection.project(List.of(run.failed()));
        try (Reader reader = open("/api/v1/runs/stream?jobId=" + jobId, "Last-Event-ID", id)) {
            reader.awaitData(viewer, "/status", "FAILED");
        }
    }

    @Test
    void a_stream_is_resumed_at_another_instance_as_after_a_restart() throws InterruptedException {
        UUID jobId = Ids.nameBased("restarted job");
        RunMessages run = new RunMessages(Ids.nameBased("restarted"), jobId, Instant.parse("2026-11-23T10:00:00Z"));
        String id;
        try (Reader reader = open("/api/v1/runs/stream?jobId=" + jobId)) {
            reader.await(":heartbeat");
            projection.project(List.of(run.requested()));
            reader.await("data:");
            Eventually.that("an event with an id", () -> !reader.last("id:").isEmpty());
            id = reader.last("id:");
        }
        projection.project(List.of(run.accepted(), run.failed()));

        // It knows nothing but what is in the database.
        RunStreams restarted = new RunStreams(
                changes, runs, json::writeValueAsString, properties, InstantSource.system(), Runnable::run);
        List<String> received = new ArrayList<>();
        restarted.open(jobId, AllowedSources.ALL, Long.valueOf(id), new RunSink() {
            @Override
            public void send(@Nullable String eventId, String view) {
                received.add(view);
            }

            @Override
            public void heartbeat() {}

            @Override
            public void end() {}
        });
        assertThat(received).hasSize(1);
        assertThat(viewer.read(received.get(0)).at("/status").asString()).isEqualTo("FAILED");
        UUID later = Ids.nameBased("after the restart");
        projection.project(List.of(new RunMessages(later, jobId, Instant.parse("2026-11-23T11:00:00Z")).requested()));
        restarted.look();
        assertThat(received).as("what changes from now on").anyMatch(view -> view.contains(later.toString()));
    }

    @Test
    void a_stream_that_its_reader_left_is_forgotten() throws InterruptedException {
        Reader reader = open("/api/v1/runs/stream");
        reader.await(":heartbeat");
        assertThat(streams.count()).isPositive();
        reader.close();
        Eventually.that(
                "the stream is forgotten", () -> assertThat(streams.count()).isZero());
    }

    private Reader open(String path, String... headers) {
        HttpResponse<Stream<String>> response = viewer.stream(path, headers).join();
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
        return new Reader(response.body());
    }

    /** Reads lines in a thread of its own. */
    private static final class Reader implements AutoCloseable {
        private final LinkedBlockingQueue<String> lines = new LinkedBlockingQueue<>();
        private final List<String> seen = new java.util.concurrent.CopyOnWriteArrayList<>();
        private final Stream<String> body;

        Reader(Stream<String> body) {
            this.body = body;
            Thread reading = new Thread(() -> {
                try {
                    body.forEach(line -> {
                        seen.add(line);
                        lines.add(line);
                    });
                } catch (java.io.UncheckedIOException e) {
                    lines.add("closed");
                }
            });
            reading.setDaemon(true);
            reading.start();
        }

        /** Next line with this beginning, without it. */
        String await(String beginning) throws InterruptedException {
            while (true) {
                String line = Objects.requireNonNull(lines.poll(10, TimeUnit.SECONDS), "no line " + beginning);
                if (line.startsWith(beginning)) {
                    return line.substring(beginning.length()).trim();
                }
            }
        }

        void awaitData(HistoryApi api, String pointer, String value) throws InterruptedException {
            while (!api.read(await("data:")).at(pointer).asString().equals(value)) {
                assertThat(seen).hasSizeLessThan(10_000);
            }
        }

        String last(String beginning) {
            return seen.stream()
                    .filter(line -> line.startsWith(beginning))
                    .reduce((one, other) -> other)
                    .map(line -> line.substring(beginning.length()).trim())
                    .orElse("");
        }

        boolean seen(String text) {
            return seen.stream().anyMatch(line -> line.contains(text));
        }

        @Override
        public void close() {
            body.close();
        }
    }
}
