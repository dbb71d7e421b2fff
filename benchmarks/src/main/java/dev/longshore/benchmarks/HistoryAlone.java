package dev.longshore.benchmarks;

import dev.longshore.embedded.KafkaBroker;
import dev.longshore.embedded.PostgresServer;
import dev.longshore.embedded.PostgresServer.Durability;
import dev.longshore.embedded.RegistryServer;
import dev.longshore.events.Topics;
import dev.longshore.history.HistoryApplication;
import dev.longshore.testing.Eventually;
import dev.longshore.testing.FreePorts;
import dev.longshore.testing.TestTokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One history-service in a JVM of its own, a durable PostgreSQL server, a broker on disk and a registry; all of it is
 * thrown away.
 */
final class HistoryAlone implements AutoCloseable, Statements {
    private static final String DATABASE = "longshore";
    private static final String PASSWORD = "of-the-benchmarks";
    private static final int PARTITIONS = 6;
    private static final int POSTGRES_PORT = 25_434;
    private static final Duration START_LIMIT = Duration.ofSeconds(90);

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Deque<Closing> closing = new ArrayDeque<>();
    private final PostgresServer postgres;
    private final KafkaBroker broker;
    private final RegistryServer registry;
    private final TestTokens tokens;
    private final Process process;
    private final URI service;

    /** Something to stop at the end. */
    private interface Closing {
        void close();
    }

    private HistoryAlone(Path folder, String heap) throws IOException {
        closing.push(() -> delete(folder));
        postgres = PostgresServer.start(
                new PostgresServer.Settings(folder.resolve("postgres"), POSTGRES_PORT, Durability.DURABLE, PASSWORD));
        closing.push(postgres::close);
        postgres.createDatabaseIfMissing(DATABASE);
        broker = KafkaBroker.start(new KafkaBroker.Settings(folder.resolve("kafka"), FreePorts.next(), 0));
        closing.push(broker::close);
        createTopics();
        registry = RegistryServer.startInMemory(0);
        closing.push(registry::close);
        tokens = TestTokens.start();
        closing.push(tokens::close);
        int port = FreePorts.next();
        service = URI.create("http://127.0.0.1:" + port);
        process = startProcess(folder, port, heap);
        closing.push(this::stop);
    }

    /** @param heap of the service, as {@code -Xmx} takes it */
    static HistoryAlone start(Path home, String heap) throws IOException {
        Files.createDirectories(home);
        HistoryAlone history = new HistoryAlone(Files.createTempDirectory(home, "history"), heap);
        Eventually.within(START_LIMIT).isTrue("history-service is up", history::isUp);
        return history;
    }

    /** Which the services that write to them create in an installation. */
    private void createTopics() {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.createTopics(Stream.of(Topics.RUN_EVENTS, Topics.PROGRESS, Topics.EXPORT_COMPLETED)
                            .map(topic -> new NewTopic(topic, PARTITIONS, (short) 1))
                            .toList())
                    .all()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        }
    }

    private Process startProcess(Path folder, int port, String heap) throws IOException {
        Map<String, Object> settings = new HashMap<>();
        settings.put("spring.config.name", "history-service");
        settings.put("server.port", port);
        settings.put("logging.level.root", "WARN");
        settings.put("spring.datasource.url", postgres.jdbcUrl(DATABASE));
        settings.put("spring.datasource.username", postgres.username());
        settings.put("spring.datasource.password", PASSWORD);
        settings.put("spring.kafka.bootstrap-servers", broker.bootstrapServers());
        settings.put("longshore.registry.url", registry.uri().toString());
        settings.put(
                "longshore.artifacts.directory", folder.resolve("artifacts").toString());
        settings.put("spring.security.oauth2.resourceserver.jwt.jwk-set-uri", tokens.jwkSetUri());
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + heap,
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HistoryApplication.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("history.log").toFile());
        builder.environment().put("SPRING_APPLICATION_JSON", JSON.writeValueAsString(settings));
        return builder.start();
    }

    private boolean isUp() {
        if (!process.isAlive()) {
            throw new IllegalStateException("history-service ended with status " + process.exitValue());
        }
        try {
            HttpRequest health = HttpRequest.newBuilder(service.resolve("/actuator/health"))
                    .GET()
                    .build();
            return HTTP.send(health, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void stop() {
        process.destroy();
        process.onExit().join();
    }

    long pid() {
        return process.pid();
    }

    String bootstrapServers() {
        return broker.bootstrapServers();
    }

    URI registry() {
        return registry.uri();
    }

    /** A request with a token of its own: making one costs a signature, which a client does not pay each time. */
    HttpRequest.Builder request(String path) {
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

    @Override
    public void execute(String... statements) throws SQLException {
        try (Connection connection = postgres.dataSource(DATABASE).getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            System.err.printf("%s could not be removed: %s%n", folder, e);
        }
    }

    @Override
    public void close() {
        while (!closing.isEmpty()) {
            closing.pop().close();
        }
    }
}
