package dev.longshore.history.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.events.TaskKind;
import dev.longshore.history.run.RunService;
import dev.longshore.history.testing.HistoryApi;
import dev.longshore.history.testing.RunMessages;
import dev.longshore.history.testing.RunningHistory;
import dev.longshore.platform.security.AllowedSources;
import dev.longshore.platform.time.Ids;
import dev.longshore.testing.Eventually;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.json.JsonMapper;

/** Streams as browsers read them, over HTTP. */
class RunStreamIT {
    @RegisterExtension
    static final RunningHistory history = RunningHistory.asDelivered();

    private final RunStreams streams = history.bean(RunStreams.class);

    private final ChangeDao changes = history.bean(ChangeDao.class);

    private final RunService runs = history.bean(RunService.class);

    private final StreamProperties properties = history.bean(StreamProperties.class);

    private final JsonMapper json = history.bean(JsonMapper.class);

    HistoryApi viewer;

    @BeforeEach
    void caller() {
        viewer = history.api("VIEWER");
    }

    @Test
    void a_change_reaches_the_stream_within_two_seconds_and_only_that_of_its_job() throws InterruptedException {
        UUID jobId = Ids.nameBased("streamed job");
        RunMessages run = new RunMessages(Ids.nameBased("streamed"), jobId, Instant.parse("2026-11-23T10:00:00Z"));
        RunMessages other = new RunMessages(
                Ids.nameBased("not streamed"), Ids.nameBased("other job"), Instant.parse("2026-11-23T10:00:00Z"));
        try (Reader reader = open("/api/v1/runs/stream?jobId=" + jobId)) {
            reader.await(":heartbeat");
            history.project(List.of(other.requested(), run.requested()));
            String data = reader.await("data:");
            assertThat(reader.last("event:")).isEqualTo("run");
            assertThat(viewer.read(data).at("/id").asString())
                    .isEqualTo(run.runId().toString());
            assertThat(viewer.read(data).at("/status").asString()).isEqualTo("REQUESTED");

            long before = System.nanoTime();
            history.project(List.of(
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
            history.project(List.of(run.requested()));
            reader.await("data:");
            Eventually.that("an event with an id", () -> !reader.last("id:").isEmpty());
            id = reader.last("id:");
        }
        // It ends while nobody listens: no longer active, so only the resumption can tell.
        history.project(List.of(run.failed()));
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
            history.project(List.of(run.requested()));
            reader.await("data:");
            Eventually.that("an event with an id", () -> !reader.last("id:").isEmpty());
            id = reader.last("id:");
        }
        history.project(List.of(run.accepted(), run.failed()));

        // It knows nothing but what is in the database.
        RunStreams restarted =
                new RunStreams(changes, runs, json::writeValueAsBytes, properties, InstantSource.system());
        ReceivedEvents received = new ReceivedEvents();
        restarted.open(jobId, AllowedSources.ALL, Long.valueOf(id), received);
        restarted.look();
        assertThat(received.data).hasSize(1);
        assertThat(viewer.read(received.data.get(0)).at("/status").asString()).isEqualTo("FAILED");
        UUID later = Ids.nameBased("after the restart");
        history.project(List.of(new RunMessages(later, jobId, Instant.parse("2026-11-23T11:00:00Z")).requested()));
        restarted.look();
        assertThat(received.data).as("what changes from now on").anyMatch(view -> view.contains(later.toString()));
    }

    @Test
    void twenty_readers_that_never_read_delay_nobody() throws IOException, InterruptedException {
        // Five megabytes for each of them: more than a connection takes in on the way.
        UUID largeJob = Ids.nameBased("large job");
        history.execute("""
                INSERT INTO history.run (run_id, job_id, first_fact_at, window_warning)
                SELECT gen_random_uuid(), '%s', now(), repeat('x', 10000) FROM generate_series(1, 500)
                """.formatted(largeJob), """
                INSERT INTO history.run_progress (run_id, as_of, changed_in)
                SELECT run_id, now(), 0 FROM history.run WHERE job_id = '%s'
                """.formatted(largeJob));
        UUID jobId = Ids.nameBased("job in a crowd");
        RunMessages run = new RunMessages(Ids.nameBased("in a crowd"), jobId, Instant.parse("2026-11-23T10:00:00Z"));
        List<Socket> deaf = new ArrayList<>();
        try (Reader reader = open("/api/v1/runs/stream?jobId=" + jobId)) {
            for (int i = 0; i < 20; i++) {
                deaf.add(openAndNeverRead("/api/v1/runs/stream?jobId=" + largeJob));
            }
            Eventually.that(
                    "none of them takes any more",
                    () -> assertThat(streams.countBehind()).isEqualTo(20));
            history.project(List.of(run.requested(), run.accepted(), run.planned(1, 100)));
            for (int rows = 10; rows <= 100; rows += 10) {
                long before = System.nanoTime();
                history.project(List.of(run.progress(TaskKind.EXPORT, 1, 1, "worker-a", rows, rows)));
                reader.awaitData(viewer, "/progress/rows", Integer.toString(rows));
                assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(2));
            }
            assertThat(streams.countBehind())
                    .as("all of them were there all the time")
                    .isEqualTo(20);
        } finally {
            for (Socket socket : deaf) {
                socket.close();
            }
            history.execute("DELETE FROM history.run WHERE job_id = '%s'".formatted(largeJob));
        }
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

    private Socket openAndNeverRead(String path) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        int port = history.instance().port();
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        String request = "GET %s HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: %s\r\n\r\n"
                .formatted(path, history.instance().tokens().bearer("ada", "VIEWER"));
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
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
                String line = Objects.requireNonNull(lines.poll(60, TimeUnit.SECONDS), "no line " + beginning);
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
