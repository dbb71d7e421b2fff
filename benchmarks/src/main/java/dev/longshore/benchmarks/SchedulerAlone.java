package dev.longshore.benchmarks;

import dev.longshore.embedded.KafkaBroker;
import dev.longshore.embedded.PostgresServer;
import dev.longshore.embedded.PostgresServer.Durability;
import dev.longshore.embedded.RegistryServer;
import dev.longshore.scheduler.SchedulerApplication;
import dev.longshore.testing.FreePorts;
import dev.longshore.testing.TestTokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * scheduler-service as it is delivered, with a durable PostgreSQL server, a broker on disk and a registry, and nobody
 * who would execute its runs. Nothing of it stays.
 */
final class SchedulerAlone implements AutoCloseable {
    private static final String PASSWORD = "of-the-benchmarks";
    private static final int POSTGRES_PORT = 25_433;
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Deque<Closing> closing = new ArrayDeque<>();
    private final URI service;
    private final TestTokens tokens;

    /** Something to stop at the end. */
    private interface Closing {
        void close();
    }

    private SchedulerAlone(Path scratch) throws IOException, SQLException {
        closing.push(() -> remove(scratch));
        PostgresServer postgres = PostgresServer.start(
                new PostgresServer.Settings(scratch.resolve("postgres"), POSTGRES_PORT, Durability.DURABLE, PASSWORD));
        closing.push(postgres::close);
        postgres.createDatabaseIfMissing("longshore");
        KafkaBroker broker = KafkaBroker.start(new KafkaBroker.Settings(scratch.resolve("kafka"), FreePorts.next(), 0));
        closing.push(broker::close);
        RegistryServer registry = RegistryServer.startInMemory(0);
        closing.push(registry::close);
        tokens = TestTokens.start();
        closing.push(tokens::close);
        ConfigurableApplicationContext context = new SpringApplicationBuilder(SchedulerApplication.class)
                .registerShutdownHook(false)
                .run(Stream.of(
                                "spring.config.name=" + SchedulerApplication.CONFIG_NAME,
                                "server.port=0",
                                "spring.datasource.url=" + postgres.jdbcUrl("longshore"),
                                "spring.datasource.username=" + postgres.username(),
                                "spring.datasource.password=" + PASSWORD,
                                "spring.kafka.bootstrap-servers=" + broker.bootstrapServers(),
                                "longshore.registry.url=" + registry.uri(),
                                "spring.security.oauth2.resourceserver.jwt.jwk-set-uri=" + tokens.jwkSetUri())
                        .map("--"::concat)
                        .toArray(String[]::new));
        closing.push(context::close);
        service = URI.create("http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    static SchedulerAlone start(Path home) throws IOException, SQLException {
        Files.createDirectories(home);
        return new SchedulerAlone(Files.createTempDirectory(home, "scheduler"));
    }

    /** A request with a fresh token: making one costs a signature, which a client does not pay each time. */
    HttpRequest reading(String path) {
        return request(path).GET().build();
    }

    JsonNode post(String path, String body) throws IOException, InterruptedException {
        return answer(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(service.resolve("/api/v1" + path))
                .header("Authorization", tokens.bearer("benchmark", "ADMIN", "EXPORTER", "VIEWER"));
    }

    JsonNode answer(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException("%s: status %d, %s".formatted(request.uri(), answer.statusCode(), answer.body()));
        }
        return JSON.readTree(answer.body());
    }

    private static void remove(Path scratch) {
        try (Stream<Path> paths = Files.walk(scratch)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            System.err.printf("%s could not be removed: %s%n", scratch, e);
        }
    }

    @Override
    public void close() {
        while (!closing.isEmpty()) {
            closing.pop().close();
        }
    }
}
