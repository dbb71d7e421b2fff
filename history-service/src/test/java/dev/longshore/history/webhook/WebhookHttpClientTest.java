package dev.longshore.history.webhook;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.history.testing.Endpoint;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The way to an endpoint, over real sockets. */
@Timeout(20)
class WebhookHttpClientTest {
    private static final Map<String, String> HEADERS = Map.of("webhook-id", "one");
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final Endpoint endpoint = Endpoint.start();
    private final WebhookHttpClient open =
            new WebhookHttpClient(new AddressPolicy(List.of(Network.parse("127.0.0.1/32"))), TIMEOUT, 4);
    private final WebhookHttpClient strict = new WebhookHttpClient(new AddressPolicy(List.of()), TIMEOUT, 4);

    @AfterEach
    void stop() throws IOException {
        endpoint.close();
        open.close();
        strict.close();
    }

    @Test
    void headers_and_body_arrive_as_they_were_given() {
        Answer answer = open.send(URI.create(endpoint.url()), HEADERS, "{\"title\": \"Größe 📦\"}");
        assertThat(answer.isSuccess()).isTrue();
        assertThat(answer.status()).isEqualTo(OptionalInt.of(204));
        assertThat(endpoint.received()).singleElement().satisfies(received -> {
            assertThat(received.id()).isEqualTo("one");
            assertThat(received.body()).isEqualTo("{\"title\": \"Größe 📦\"}");
            assertThat(received.contentType()).isEqualTo("application/json; charset=UTF-8");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:%d/",
                "http://127.0.0.1:%d/",
                "http://[::1]:%d/",
                "http://[::ffff:127.0.0.1]:%d/",
                "http://0.0.0.0:%d/",
                "http://[::]:%d/"
            })
    void nothing_is_sent_to_an_address_that_is_not_public_however_it_is_written(String url) {
        Answer answer = strict.send(URI.create(url.formatted(endpoint.port())), HEADERS, "{}");
        assertThat(answer.isSuccess()).isFalse();
        assertThat(answer.status()).isEmpty();
        assertThat(answer.error()).contains("is not a public address");
        assertThat(endpoint.received()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://2130706433:%d/", "http://0x7f000001:%d/", "http://0177.0.0.1:%d/", "http://127.1:%d/"})
    void numbers_that_mean_this_machine_to_some_programs_reach_nothing_here(String url) {
        Answer answer = strict.send(URI.create(url.formatted(endpoint.port())), HEADERS, "{}");
        assertThat(answer.isSuccess()).isFalse();
        assertThat(answer.status()).isEmpty();
        assertThat(endpoint.received()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void redirects_are_not_followed(int status) {
        endpoint.answer(status);
        Answer answer = open.send(URI.create(endpoint.url()), HEADERS, "{}");
        assertThat(answer.isSuccess()).isFalse();
        assertThat(answer.error()).isEqualTo("The endpoint answered %d; redirects are not followed".formatted(status));
        assertThat(endpoint.received()).hasSize(1);
    }

    @Test
    void failures_are_told_in_words() throws IOException {
        endpoint.answer(503);
        assertThat(open.send(URI.create(endpoint.url()), HEADERS, "{}").error()).isEqualTo("The endpoint answered 503");
        assertThat(strict.send(URI.create("https://no-such-host.invalid/"), HEADERS, "{}")
                        .error())
                .isEqualTo("The host's name cannot be resolved");
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }
        assertThat(open.send(URI.create("http://127.0.0.1:" + closed), HEADERS, "{}")
                        .error())
                .startsWith("No connection: ");
        try (RawServer plain = new RawServer(out -> out.write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(US_ASCII)))) {
            assertThat(open.send(URI.create("https" + plain.uri().toString().substring(4)), HEADERS, "{}")
                            .error())
                    .startsWith("No secure connection: ");
        }
    }

    @Test
    void an_endpoint_that_says_nothing_is_given_up() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Answer answer = open.send(URI.create("http://127.0.0.1:" + silent.getLocalPort()), HEADERS, "{}");
            assertThat(answer.error()).isEqualTo("No answer within PT2S");
        }
    }

    @Test
    void an_endpoint_that_dribbles_is_given_up_although_each_byte_comes_in_time() throws Exception {
        try (RawServer server = new RawServer(out -> {
            out.write("HTTP/1.1 200 OK\r\n".getBytes(US_ASCII));
            for (int i = 0; i < 1_000_000; i++) {
                out.write("X-Header-%d: x\r\n".formatted(i % 10).getBytes(US_ASCII), 0, 1);
                out.flush();
                pauseBriefly();
            }
        })) {
            Answer answer = open.send(server.uri(), HEADERS, "{}");
            assertThat(answer.error()).isEqualTo("No answer within PT2S");
        }
    }

    @Test
    void an_endless_answer_is_cut_off_and_its_status_counts() throws Exception {
        AtomicLong written = new AtomicLong();
        try (RawServer server = new RawServer(out -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n".getBytes(US_ASCII));
            byte[] block = new byte[8192];
            for (long sent = 0; sent < 10L << 30; sent += block.length) {
                out.write(block);
                written.addAndGet(block.length);
            }
        })) {
            Answer answer = open.send(server.uri(), HEADERS, "{}");
            assertThat(answer.isSuccess()).isTrue();
            // What the two sockets buffer comes on top of the bound.
            assertThat(written.get()).isLessThan(32 << 20);
        }
    }

    @Test
    void headers_without_end_are_refused() throws Exception {
        try (RawServer server = new RawServer(out -> {
            out.write("HTTP/1.1 200 OK\r\n".getBytes(US_ASCII));
            for (int i = 0; i < 1_000_000; i++) {
                out.write("X-%d: x\r\n".formatted(i).getBytes(US_ASCII));
            }
        })) {
            Answer answer = open.send(server.uri(), HEADERS, "{}");
            assertThat(answer.isSuccess()).isFalse();
            assertThat(answer.error()).contains("header count");
        }
    }

    /** A byte every 50 ms: the client's time-out for one read never strikes. */
    private static void pauseBriefly() throws IOException {
        try {
            if (new CountDownLatch(1).await(50, TimeUnit.MILLISECONDS)) {
                throw new AssertionError("nobody counts this latch down");
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private interface Script {
        void write(OutputStream out) throws IOException;
    }

    /** Answers one request with whatever the script writes, in a thread of its own. */
    private static final class RawServer implements AutoCloseable {
        private final ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        private final Thread thread;

        RawServer(Script script) throws IOException {
            thread = new Thread(
                    () -> {
                        try (Socket client = socket.accept()) {
                            script.write(client.getOutputStream());
                        } catch (IOException gone) {
                            // The client has gone, which is what the test is about.
                        }
                    },
                    "raw-server");
            thread.start();
        }

        URI uri() {
            return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/");
        }

        @Override
        public void close() throws IOException {
            socket.close();
            thread.interrupt();
        }
    }
}
