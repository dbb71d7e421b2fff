package dev.longshore.benchmarks;

import dev.longshore.embedded.KafkaBroker;
import dev.longshore.embedded.PostgresServer;
import dev.longshore.embedded.PostgresServer.Durability;
import dev.longshore.embedded.RegistryServer;
import dev.longshore.scheduler.SchedulerApplication;
import dev.longshore.testing.TestTokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One scheduler-service with a durable PostgreSQL server, a broker on disk and a registry; all of it is thrown away. */
final class SchedulerAlone implements AutoCloseable {
    private static final String DATABASE = "longshore";
    private static final String PASSWORD = "of-the-benchmarks";
    private static final int POSTGRES_PORT = 25_433;
    private static final String JOB = """
            {"title": "Every hour at minute %1$d", "source": "CONTACT_HISTORY", "type": "INTERACTION",
             "schedule": {"kind": "HOURLY", "everyHours": 1, "minute": %1$d}, "timeZone": "UTC",
             "dateRange": {"kind": "LAST", "amount": 1, "unit": "HOURS"}}
            """;

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Deque<Closing> closing = new ArrayDeque<>();
    private final PostgresServer postgres;
    private final KafkaBroker broker;
    private final RegistryServer registry;
    private final TestTokens tokens;
    private final URI service;

    /** Something to stop at the end. */
    private interface Closing {
        void close();
    }

    private SchedulerAlone(Path folder) {
        closing.push(() -> delete(folder));
        postgres = PostgresServer.start(
                new PostgresServer.Settings(folder.resolve("postgres"), POSTGRES_PORT, Durability.DURABLE, PASSWORD));
        closing.push(postgres::close);
        postgres.createDatabaseIfMissing(DATABASE);
        broker = KafkaBroker.start(new KafkaBroker.Settings(folder.resolve("kafka"), 0, 0));
        closing.push(broker::close);
        registry = RegistryServer.startInMemory(0);
        closing.push(registry::close);
        tokens = TestTokens.start();
        closing.push(tokens::close);
        ConfigurableApplicationContext context = new SpringApplicationBuilder(SchedulerApplication.class)
                .registerShutdownHook(false)
                .run(
                        "--spring.config.name=" + SchedulerApplication.CONFIG_NAME,
                        "--server.port=0",
                        "--logging.level.root=WARN",
                        "--logging.level.dev.longshore=WARN",
                        "--spring.datasource.url=" + postgres.jdbcUrl(DATABASE),
                        "--spring.datasource.username=" + postgres.username(),
                        "--spring.datasource.password=" + PASSWORD,
                        "--spring.kafka.bootstrap-servers=" + broker.bootstrapServers(),
                        "--longshore.registry.url=" + registry.uri(),
                        "--spring.security.oauth2.resourceserver.jwt.jwk-set-uri=" + tokens.jwkSetUri());
        closing.push(context::close);
        service = URI.create("http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    static SchedulerAlone start(Path home) throws IOException {
        Files.createDirectories(home);
        return new SchedulerAlone(Files.createTempDirectory(home, "scheduler"));
    }

    String bootstrapServers() {
        return broker.bootstrapServers();
    }

    URI registry() {
        return registry.uri();
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

    JsonNode answer(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException("%s: status %d, %s".formatted(request.uri(), answer.statusCode(), answer.body()));
        }
        return JSON.readTree(answer.body());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(service.resolve("/api/v1" + path))
                .header("Authorization", tokens.bearer("benchmark", "ADMIN", "EXPORTER", "VIEWER"));
    }

    /** Creates a job of that minute of every hour by the API, and its like in the database. */
    void createJobs(int minute, int count) throws IOException, InterruptedException, SQLException {
        String id = post("/jobs", JOB.formatted(minute)).get("id").asString();
        query("""
                DO $$
                DECLARE own text := (SELECT string_agg(column_name, ', ') FROM information_schema.columns
                                     WHERE table_schema = 'scheduler' AND table_name = 'job'
                                       AND column_name <> 'job_id' AND is_generated = 'NEVER');
                BEGIN
                    EXECUTE 'INSERT INTO scheduler.job (job_id, ' || own || ') SELECT md5(job_id::text || n)::uuid, '
                        || own || ' FROM scheduler.job, generate_series(2, %d) n WHERE job_id = ''%s''';
                END $$
                """.formatted(count, id));
        query("""
                INSERT INTO scheduler.job_version
                SELECT (jsonb_populate_record(v, jsonb_build_object('job_id', md5(v.job_id::text || n)::uuid))).*
                FROM scheduler.job_version v, generate_series(2, %d) n WHERE job_id = '%s'
                """.formatted(count, id));
        query("VACUUM (ANALYZE) scheduler.job, scheduler.job_version");
    }

    long countJobs() throws SQLException {
        try (Connection connection = postgres.dataSource(DATABASE).getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM scheduler.job WHERE state = 'ACTIVE'")) {
            row.next();
            return row.getLong(1);
        }
    }

    private void query(String sql) throws SQLException {
        try (Connection connection = postgres.dataSource(DATABASE).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
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
