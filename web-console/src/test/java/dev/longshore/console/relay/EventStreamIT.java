package dev.longshore.console.relay;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import dev.longshore.console.testing.Browser;
import dev.longshore.console.testing.ConsoleTest;
import dev.longshore.console.testing.FakeService;
import dev.longshore.testing.Eventually;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** With three threads for all calls: see {@link ConsoleTest}. */
class EventStreamIT extends ConsoleTest {
    private static final String STREAM = "/api/v1/runs/stream";
    private static final int MANY = 60;

    private final BlockingQueue<HttpExchange> opened = new LinkedBlockingQueue<>();

    @Autowired
    private OpenStreams streams;

    @BeforeEach
    void the_service_opens_streams() {
        history.behaves(exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            emit(exchange, ": open");
            opened.add(exchange);
        });
        scheduler.behaves(exchange -> FakeService.answer(exchange, 200, "{}"));
    }

    @Test
    void each_event_arrives_when_it_happens() throws Exception {
        HttpResponse<InputStream> stream = open(signedIn());
        HttpExchange service = nextOpened();

        assertThat(stream.headers().firstValue("Content-Type")).hasValue("text/event-stream");
        try (BufferedReader events = reader(stream)) {
            assertThat(nextLine(events)).isEqualTo(": open");
            for (int i = 0; i < 5; i++) {
                emit(service, "data: event " + i);
                assertThat(nextLine(events)).isEqualTo("data: event " + i);
            }
            service.close();
            assertThat(events.lines()).allMatch(String::isEmpty);
        }
    }

    @Test
    void many_open_streams_hold_no_thread() throws Exception {
        Browser browser = signedIn();
        List<BufferedReader> readers = new ArrayList<>();
        List<HttpExchange> services = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            readers.add(reader(open(browser)));
            services.add(nextOpened());
        }

        assertThat(browser.get("/api/v1/jobs").statusCode()).isEqualTo(200);
        for (HttpExchange service : services) {
            emit(service, "data: news");
        }
        for (BufferedReader events : readers) {
            assertThat(nextLine(events)).isEqualTo(": open");
            assertThat(nextLine(events)).isEqualTo("data: news");
            events.close();
        }
    }

    @Test
    void a_browser_that_leaves_ends_the_stream_of_the_service() throws Exception {
        HttpResponse<InputStream> stream = open(signedIn());
        HttpExchange service = nextOpened();
        stream.body().close();

        // The service notices as services do: its next heartbeats cannot be written.
        Eventually.that("the console closes its connection to the service", () -> {
            try {
                emit(service, ": heartbeat");
                return false;
            } catch (IOException e) {
                return true;
            }
        });
    }

    @Test
    void an_open_stream_does_not_keep_the_console_from_stopping() throws Exception {
        try (BufferedReader events = reader(open(signedIn()))) {
            HttpExchange service = nextOpened();
            assertThat(nextLine(events)).isEqualTo(": open");

            streams.stop();

            assertThat(events.lines()).allMatch(String::isEmpty);
            service.close();
        } finally {
            streams.start();
        }
    }

    @Test
    void signing_out_ends_the_streams_of_the_session_and_no_others() throws Exception {
        Browser browser = signedIn();
        Browser other = signedIn();
        try (BufferedReader events = reader(open(browser))) {
            HttpExchange service = nextOpened();
            assertThat(nextLine(events)).isEqualTo(": open");
            BufferedReader others = reader(open(other));
            HttpExchange servingOthers = nextOpened();

            browser.post("/sign-out", "");

            assertThat(events.lines()).allMatch(String::isEmpty);
            emit(servingOthers, "data: news");
            assertThat(nextLine(others)).isEqualTo(": open");
            assertThat(nextLine(others)).isEqualTo("data: news");
            others.close();
            service.close();
        }
    }

    @Test
    void a_browser_that_comes_back_tells_what_it_saw_last() throws Exception {
        Browser browser = signedIn();

        browser.send(browser.request(STREAM).header("Last-Event-ID", "42").GET(), BodyHandlers.ofInputStream())
                .body()
                .close();

        assertThat(history.onlyCall().headers().getFirst("Last-Event-ID")).isEqualTo("42");
        nextOpened().close();
    }

    private static HttpResponse<InputStream> open(Browser browser) throws Exception {
        return browser.send(browser.request(STREAM).GET(), BodyHandlers.ofInputStream());
    }

    private HttpExchange nextOpened() throws InterruptedException {
        HttpExchange exchange = opened.poll(10, TimeUnit.SECONDS);
        assertThat(exchange).as("a stream opened at the service").isNotNull();
        return exchange;
    }

    private static BufferedReader reader(HttpResponse<InputStream> stream) {
        return new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8));
    }

    private static String nextLine(BufferedReader events) throws IOException {
        String line = events.readLine();
        while (line != null && line.isEmpty()) {
            line = events.readLine();
        }
        return String.valueOf(line);
    }

    private static void emit(HttpExchange exchange, String line) throws IOException {
        exchange.getResponseBody().write((line + "\n\n").getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
    }
}
