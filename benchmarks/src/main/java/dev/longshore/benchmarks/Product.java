package dev.longshore.benchmarks;

import dev.longshore.embedded.KafkaBroker;
import dev.longshore.embedded.PostgresServer;
import dev.longshore.embedded.PostgresServer.Durability;
import dev.longshore.embedded.RegistryServer;
import dev.longshore.history.HistoryApplication;
import dev.longshore.scheduler.SchedulerApplication;
import dev.longshore.standalone.sample.SampleContactHistory;
import dev.longshore.standalone.sample.Size;
import dev.longshore.testing.FreePorts;
import dev.longshore.testing.TestTokens;
import dev.longshore.worker.ExportWorkerApplication;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/**
 * The real product, on one machine: a durable PostgreSQL server, a broker on disk, a registry and the services that
 * decide and remember in this JVM, and one worker in a JVM of its own with the heap that a worker is promised to need.
 * The sample Contact History stays in the home; what the services remember does not.
 */
final class Product implements AutoCloseable {
    /** How many exports a worker does at once. */
    static final String SLOTS = "longshore.worker.slots";

    private static final String SOURCE = "contact_history_sample";
    private static final String PASSWORD = "of-the-benchmarks";
    private static final long SEED = 20_261_123L;
    private static final Instant SAMPLE_END = Instant.parse("2026-11-01T00:00:00Z");
    private static final int POSTGRES_PORT = 25_432;

    private final Deque<Closing> closing = new ArrayDeque<>();
    private final PostgresServer postgres;
    private final Path home;
    private final Path scratch;
    private final Map<String, Object> settings = new HashMap<>();
    private final ProductClient client;
    private Process worker;

    /** Something to stop at the end. */
    private interface Closing {
        void close();
    }

    private Product(Options options, Map<String, Object> ofWorker) throws IOException, SQLException {
        home = options.home();
        postgres = PostgresServer.start(
                new PostgresServer.Settings(home.resolve("postgres"), POSTGRES_PORT, Durability.DURABLE, PASSWORD));
        closing.push(postgres::close);
        prepareSample(options.rows());
        String database = "run_" + Long.toString(ProcessHandle.current().pid(), Character.MAX_RADIX);
        postgres.createDatabaseIfMissing(database);
        scratch = Files.createTempDirectory(home, "run");
        closing.push(() -> forget(database, scratch));
        KafkaBroker broker = KafkaBroker.start(new KafkaBroker.Settings(scratch.resolve("kafka"), FreePorts.next(), 0));
        closing.push(broker::close);
        RegistryServer registry = RegistryServer.startInMemory(0);
        closing.push(registry::close);
        TestTokens tokens = TestTokens.start();
        closing.push(tokens::close);
        settings.put("spring.datasource.url", postgres.jdbcUrl(database));
        settings.put("spring.datasource.username", postgres.username());
        settings.put("spring.datasource.password", PASSWORD);
        settings.put("spring.kafka.bootstrap-servers", broker.bootstrapServers());
        settings.put("longshore.registry.url", registry.uri().toString());
        settings.put("spring.security.oauth2.resourceserver.jwt.jwk-set-uri", tokens.jwkSetUri());
        settings.put(
                "longshore.artifacts.directory", scratch.resolve("artifacts").toString());
        URI scheduler = startService(SchedulerApplication.class, "scheduler-service", settings);
        URI history = startService(HistoryApplication.class, "history-service", settings);
        worker = startWorker(ofWorker);
        closing.push(this::stopWorker);
        client = new ProductClient(tokens, scheduler, history, scratch.resolve("artifacts"));
    }

    /** @param slots exports that the worker does at once */
    static Product start(Options options, int slots) throws IOException, SQLException {
        return start(options, Map.of(SLOTS, slots));
    }

    /** @param ofWorker properties of the worker */
    static Product start(Options options, Map<String, Object> ofWorker) throws IOException, SQLException {
        Files.createDirectories(options.home());
        return new Product(options, ofWorker);
    }

    private void prepareSample(long rows) throws SQLException {
        postgres.createDatabaseIfMissing(SOURCE);
        if (!SampleContactHistory.isPresent(postgres.dataSource(SOURCE))) {
            System.out.printf("making a sample of %,d interactions ...%n", rows);
            SampleContactHistory.create(postgres.dataSource(SOURCE), Size.ofInteractions(rows), SEED, SAMPLE_END);
            query("VACUUM (ANALYZE) ucs.interaction");
        }
        long present = Long.parseLong(ask("SELECT count(*) FROM contact_history.interaction"));
        if (present < rows) {
            throw new IllegalArgumentException(
                    "%s has a sample of %,d interactions only; remove it or choose another --home"
                            .formatted(home, present));
        }
    }

    private URI startService(Class<?> application, String name, Map<String, Object> settings) {
        List<String> arguments = new ArrayList<>(List.of(
                "--spring.config.name=" + name,
                "--spring.main.banner-mode=off",
                "--server.address=127.0.0.1",
                "--server.port=0"));
        settings.forEach((key, value) -> arguments.add("--%s=%s".formatted(key, value)));
        ConfigurableApplicationContext context = new SpringApplicationBuilder(application)
                .registerShutdownHook(false)
                .run(arguments.toArray(String[]::new));
        closing.push(context::close);
        return URI.create("http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    private Process startWorker(Map<String, Object> ofWorker) throws IOException {
        Map<String, Object> all = new HashMap<>(settings);
        all.putAll(ofWorker);
        all.put("longshore.worker.source.url", postgres.jdbcUrl(SOURCE));
        all.put("longshore.worker.source.user", postgres.username());
        all.put("longshore.worker.source.password", PASSWORD);
        all.put("server.port", 0);
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ExportWorkerApplication.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(scratch.resolve("worker.log").toFile());
        builder.environment().put("SPRING_APPLICATION_JSON", JsonMapper.shared().writeValueAsString(all));
        return builder.start();
    }

    private void stopWorker() {
        worker.destroy();
        worker.onExit().join();
    }

    /** Another worker in the place of the one before. */
    void restartWorker(Map<String, Object> ofWorker) throws IOException {
        stopWorker();
        worker = startWorker(ofWorker);
    }

    /** What an API client does. */
    ProductClient client() {
        return client;
    }

    /** The worker's process. */
    long workerPid() {
        return worker.pid();
    }

    /** The process of the database server, whose children are its backends. */
    long serverPid() throws IOException {
        return Long.parseLong(Files.readAllLines(home.resolve("postgres/pg-data/postmaster.pid"))
                .get(0));
    }

    /** The first column of the first row. */
    String ask(String sql) throws SQLException {
        try (Connection connection = postgres.dataSource(SOURCE).getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** Only the sample is kept. */
    private void forget(String database, Path scratch) {
        try (Stream<Path> paths = Files.walk(scratch)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
            query("DROP DATABASE " + database);
        } catch (IOException | SQLException e) {
            System.err.printf("%s or the database %s could not be removed: %s%n", scratch, database, e);
        }
    }

    private void query(String sql) throws SQLException {
        try (Connection connection = postgres.dataSource(SOURCE).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Environment that makes psql connect to the sample, with the settings that a worker uses. */
    Map<String, String> psqlEnvironment() {
        return Map.of(
                "PGHOST",
                "127.0.0.1",
                "PGPORT",
                Integer.toString(postgres.port()),
                "PGUSER",
                postgres.username(),
                "PGPASSWORD",
                PASSWORD,
                "PGDATABASE",
                SOURCE,
                "PGOPTIONS",
                "-c jit=off -c max_parallel_workers_per_gather=0 -c TimeZone=UTC");
    }

    @Override
    public void close() {
        while (!closing.isEmpty()) {
            closing.pop().close();
        }
    }
}
