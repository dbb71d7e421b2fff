package dev.longshore.embedded;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * A schema registry on 127.0.0.1 that speaks the subset of the Confluent REST API that stock clients use: subjects,
 * versions, ids, compatibility, config. Avro only. Compatibility is FULL_TRANSITIVE unless set otherwise; nothing can be
 * deleted, since messages carry the ids for good.
 */
public final class RegistryServer implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(RegistryServer.class);
    private static final String CONTENT_TYPE = "application/vnd.schemaregistry.v1+json";
    private static final int LARGEST_BODY = 1 << 20;
    private static final int THREADS = 4;

    private final HttpServer server;
    private final ExecutorService threads;
    private final RegistryApi api;
    private final JsonMapper json = JsonMapper.shared();

    private RegistryServer(HttpServer server, ExecutorService threads, RegistryStore store) {
        this.server = server;
        this.threads = threads;
        this.api = new RegistryApi(new SchemaCatalog(store));
    }

    /**
     * Starts a registry that keeps its schemas in the schema {@code registry} of a PostgreSQL database, which it creates
     * by itself. Several registries may share a database.
     *
     * @param port port on 127.0.0.1; 0 takes a free one
     * @param database stays the caller's to close; one connection at a time is enough
     */
    public static RegistryServer start(int port, DataSource database) {
        return start(port, new RegistryDao(database));
    }

    /** Starts a registry that forgets everything when it closes, for tests without a database. */
    public static RegistryServer startInMemory(int port) {
        return start(port, new InMemoryRegistryStore());
    }

    private static RegistryServer start(int port, RegistryStore store) {
        try {
            HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            AtomicInteger number = new AtomicInteger();
            ExecutorService threads = Executors.newFixedThreadPool(THREADS, task -> {
                Thread thread = new Thread(task, "schema-registry-" + number.incrementAndGet());
                thread.setDaemon(true);
                return thread;
            });
            RegistryServer registry = new RegistryServer(http, threads, store);
            http.setExecutor(threads);
            http.createContext("/", registry::handle);
            http.start();
            log.info("Schema registry is up: {}", registry.uri());
            return registry;
        } catch (IOException e) {
            throw new UncheckedIOException("The schema registry cannot listen on port " + port, e);
        }
    }

    /** Base address, without a slash at its end. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + port());
    }

    /** Port on 127.0.0.1. */
    public int port() {
        return server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            int status = 200;
            Object answer;
            try {
                answer = api.answer(request(exchange));
            } catch (RegistryRefusal refusal) {
                status = refusal.status();
                answer = error(refusal);
            } catch (RuntimeException e) {
                log.warn("Registry request failed and was answered with 50001; the client may try again", e);
                status = 500;
                answer = error(RegistryRefusal.storeFailed());
            }
            byte[] body = json.writeValueAsBytes(answer);
            exchange.getResponseHeaders().set("Content-Type", CONTENT_TYPE);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static Map<String, Object> error(RegistryRefusal refusal) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("error_code", refusal.code());
        body.put("message", refusal.reason());
        return body;
    }

    private static RegistryApi.Request request(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            throw RegistryRefusal.tooLarge();
        }
        List<String> path = Arrays.stream(exchange.getRequestURI().getRawPath().split("/"))
                .filter(segment -> !segment.isEmpty())
                .map(RegistryServer::decode)
                .toList();
        String query = exchange.getRequestURI().getRawQuery();
        return new RegistryApi.Request(exchange.getRequestMethod(), path, query == null ? "" : query, body);
    }

    /** A plus sign is itself in a path; the decoder is one for forms. */
    private static String decode(String segment) {
        return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** Stops listening; a request under way may be cut. What was registered in a database stays. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
    }
}
