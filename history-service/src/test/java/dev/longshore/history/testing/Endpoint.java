package dev.longshore.history.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** What a downstream system would offer webhooks, on 127.0.0.1: remembers what it was sent and answers as it is told. */
public final class Endpoint implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private volatile int status = 204;

    /** One request. */
    public record Received(String id, String timestamp, String signature, String contentType, String body) {}

    private Endpoint(HttpServer server) {
        this.server = server;
    }

    /** An endpoint that answers 204. */
    public static Endpoint start() {
        try {
            Endpoint endpoint =
                    new Endpoint(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100));
            endpoint.server.createContext("/", endpoint::take);
            endpoint.server.setExecutor(endpoint.threads);
            endpoint.server.start();
            return endpoint;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            received.add(new Received(
                    header(exchange, "webhook-id"),
                    header(exchange, "webhook-timestamp"),
                    header(exchange, "webhook-signature"),
                    header(exchange, "Content-Type"),
                    body));
            if (status >= 300 && status < 400) {
                exchange.getResponseHeaders().set("Location", url() + "/elsewhere");
            }
            exchange.sendResponseHeaders(status, -1);
        }
    }

    private static String header(HttpExchange exchange, String name) {
        return Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst(name), "");
    }

    /** What it answers from now on. */
    public void answer(int newStatus) {
        status = newStatus;
    }

    /** Requests so far, in order. */
    public List<Received> received() {
        return List.copyOf(received);
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public String url() {
        return "http://127.0.0.1:%d/hook".formatted(port());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
