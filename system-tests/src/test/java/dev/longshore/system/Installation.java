package dev.longshore.system;

import dev.longshore.embedded.KafkaBroker;
import dev.longshore.embedded.RegistryServer;
import dev.longshore.history.HistoryApplication;
import dev.longshore.platform.fault.FaultPoints;
import dev.longshore.platform.messaging.AvroCodec;
import dev.longshore.platform.messaging.HttpSchemaRegistry;
import dev.longshore.platform.messaging.HttpSchemaRegistry.Registration;
import dev.longshore.scheduler.SchedulerApplication;
import dev.longshore.standalone.sample.SampleContactHistory;
import dev.longshore.standalone.sample.Size;
import dev.longshore.testing.FreePorts;
import dev.longshore.testing.PostgresExtension;
import dev.longshore.testing.TestTokens;
import dev.longshore.worker.ExportWorkerApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Longshore as an operator would install it, for one test class: a database of a real PostgreSQL server with a sample
 * Contact History, a Kafka broker on disk that can be stopped and started again, a schema registry, scheduler-service and
 * history-service in this JVM. Workers are started by the test: {@link #startWorker} in this JVM, {@link
 * #startWorkerProcess} as processes that can be killed. Register it as a static field.
 */
public final class Installation implements BeforeAllCallback, AfterAllCallback {
    private static final long SEED = 20_261_123L;
    private static final Duration REGISTRY_TIMEOUT = Duration.ofSeconds(30);

    private final Size sample;
    private final Map<String, Object> workerProperties;
    private final Map<String, Object> properties;
    private final PostgresExtension postgres = new PostgresExtension();
    private final Deque<AutoCloseable> closing = new ArrayDeque<>();
    private @Nullable Parts parts;

    private record Parts(
            Path home,
            Instant sampleEnd,
            KafkaBroker.Settings brokerSettings,
            RegistryServer registry,
            TestTokens tokens,
            Api api) {}

    private @Nullable KafkaBroker broker;

    private Installation(Size sample, Map<String, Object> workerProperties, Map<String, Object> properties) {
        this.sample = sample;
        this.workerProperties = Map.copyOf(workerProperties);
        this.properties = Map.copyOf(properties);
    }

    /** @param workerProperties settings of all workers, on top of those that name the servers */
    public static Installation withInteractions(long interactions, Map<String, Object> workerProperties) {
        return withInteractions(interactions, workerProperties, Map.of());
    }

    /** @param properties settings of all services */
    public static Installation withInteractions(
            long interactions, Map<String, Object> workerProperties, Map<String, Object> properties) {
        return new Installation(Size.ofInteractions(interactions), workerProperties, properties);
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        postgres.beforeAll(context);
        closing.push(() -> postgres.afterAll(context));
        Path home = Files.createTempDirectory(
                Files.createDirectories(Path.of("target", "installations").toAbsolutePath()),
                context.getRequiredTestClass().getSimpleName());
        Instant sampleEnd = InstantSource.system().instant().truncatedTo(ChronoUnit.MINUTES);
        KafkaBroker.Settings settings =
                new KafkaBroker.Settings(home.resolve("kafka"), FreePorts.next(), FreePorts.next());
        CompletableFuture<KafkaBroker> starting = CompletableFuture.supplyAsync(() -> KafkaBroker.start(settings));
        SampleContactHistory.create(postgres.dataSource(), sample, SEED, sampleEnd);
        broker = starting.join();
        closing.push(this::stopBroker);
        RegistryServer registry = RegistryServer.startInMemory(0);
        closing.push(registry);
        TestTokens tokens = TestTokens.start();
        closing.push(tokens);
        Map<String, Object> servers = servers(settings, registry, tokens, home);
        CompletableFuture<ServiceContext> second = CompletableFuture.supplyAsync(
                () -> ServiceContext.start(HistoryApplication.class, "history-service", servers));
        ServiceContext scheduler = ServiceContext.start(SchedulerApplication.class, "scheduler-service", servers);
        closing.push(scheduler);
        ServiceContext history = second.join();
        closing.push(history);
        parts = new Parts(home, sampleEnd, settings, registry, tokens, new Api(tokens, scheduler.uri(), history.uri()));
    }

    private Map<String, Object> servers(
            KafkaBroker.Settings broker, RegistryServer registry, TestTokens tokens, Path home) {
        Map<String, Object> servers = new HashMap<>(properties);
        servers.put("spring.datasource.url", postgres.jdbcUrl());
        servers.put("spring.datasource.username", postgres.username());
        servers.put("spring.datasource.password", postgres.password());
        servers.put("spring.kafka.bootstrap-servers", "127.0.0.1:" + broker.port());
        servers.put("longshore.registry.url", registry.uri().toString());
        servers.put("spring.security.oauth2.resourceserver.jwt.jwk-set-uri", tokens.jwkSetUri());
        servers.put("longshore.artifacts.directory", home.resolve("artifacts").toString());
        // The endpoints of tests are on this machine.
        servers.put("longshore.history.webhooks.allow-http", true);
        servers.put("longshore.history.webhooks.allowed-networks", "127.0.0.1/32");
        return servers;
    }

    private Map<String, Object> forWorkers(Map<String, Object> further) {
        Parts running = running();
        Map<String, Object> all =
                new HashMap<>(servers(running.brokerSettings(), running.registry(), running.tokens(), running.home()));
        all.put("longshore.worker.source.url", postgres.jdbcUrl());
        all.put("longshore.worker.source.user", postgres.username());
        all.put("longshore.worker.source.password", postgres.password());
        all.putAll(workerProperties);
        all.putAll(further);
        return all;
    }

    /** A worker in this JVM; the caller closes it. */
    public ServiceContext startWorker(Map<String, Object> properties) {
        return startWorker(properties, FaultPoints.NONE);
    }

    /** A worker in this JVM to which things happen; the caller closes it. */
    public ServiceContext startWorker(Map<String, Object> properties, FaultPoints faults) {
        return ServiceContext.start(ExportWorkerApplication.class, "export-worker", forWorkers(properties), faults);
    }

    /** A worker as a process of its own, started by the given main class; the caller ends it. */
    public ServiceProcess startWorkerProcess(Class<?> main, Map<String, Object> properties) {
        Map<String, Object> all = new HashMap<>(forWorkers(properties));
        all.put("server.port", 0);
        return ServiceProcess.start("export-worker", main, all);
    }

    /** Another history-service, as a process of its own beside the one in this JVM; the caller ends it. */
    public ServiceProcess startHistoryProcess() {
        Parts running = running();
        Map<String, Object> all =
                new HashMap<>(servers(running.brokerSettings(), running.registry(), running.tokens(), running.home()));
        all.put("server.port", 0);
        return ServiceProcess.start("history-service", HistoryApplication.class, all);
    }

    /** What an API client sees. */
    public Api api() {
        return running().api();
    }

    /** The end of the sample: its last rows start shortly before. */
    public Instant sampleEnd() {
        return running().sampleEnd();
    }

    /** The present, to the second: for settings that go over the wire. */
    public Instant now() {
        return InstantSource.system().instant().truncatedTo(ChronoUnit.SECONDS);
    }

    /** The source, as one who does not know Longshore reads it. */
    public SourceRows source() {
        return new SourceRows(postgres.jdbcUrl(), postgres.username(), postgres.password());
    }

    /** Statements against the installation's database. */
    public void execute(String... statements) {
        postgres.execute(statements);
    }

    /** The artifact store's folder. */
    public Path artifacts() {
        return running().home().resolve("artifacts");
    }

    /** What the broker holds. */
    public TopicReader topics() {
        return new TopicReader(bootstrapServers(), codec());
    }

    /** A codec over the installation's registry. */
    public AvroCodec codec() {
        return new AvroCodec(
                new HttpSchemaRegistry(running().registry().uri(), Registration.AUTOMATIC, REGISTRY_TIMEOUT));
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + running().brokerSettings().port();
    }

    /** Address of the schema registry. */
    public String registryUrl() {
        return running().registry().uri().toString();
    }

    /** Stops the broker in order; its files stay. Harmless when it does not run. */
    public void stopBroker() {
        KafkaBroker started = broker;
        broker = null;
        if (started != null) {
            started.close();
        }
    }

    /** Starts the broker again, with the files and the port that it had. */
    public void restartBroker() {
        broker = KafkaBroker.start(running().brokerSettings());
    }

    private Parts running() {
        Parts started = parts;
        if (started == null) {
            throw new IllegalStateException("the installation runs from @BeforeAll on; register it as a static field");
        }
        return started;
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        Exception failure = null;
        while (!closing.isEmpty()) {
            try {
                closing.pop().close();
            } catch (Exception e) {
                failure = e;
            }
        }
        Parts started = parts;
        parts = null;
        if (started != null) {
            deleteFolder(started.home());
        }
        if (failure != null) {
            throw failure;
        }
    }

    private static void deleteFolder(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
