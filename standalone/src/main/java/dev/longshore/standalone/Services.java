package dev.longshore.standalone;

import dev.longshore.console.WebConsoleApplication;
import dev.longshore.history.HistoryApplication;
import dev.longshore.scheduler.SchedulerApplication;
import dev.longshore.worker.ExportWorkerApplication;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

/** The four services with the settings that make them one installation on this machine. */
final class Services {

    static final String WORKER = "export-worker";

    private static final int CONNECTIONS_BESIDE_SLOTS = 2; // planning and window closing
    private static final String LOOPBACK = "127.0.0.1";
    private static final String PORT = "server.port";
    private static final String ANY_FREE_PORT = "0";

    /** Of these services there is one each, which notices its own work at once: looking for others' costs CPU when idle. */
    private static final String LONG_PAUSE = "2s";

    private static final String OUTBOX = "longshore.outbox.poll-interval";

    private final Home home;
    private final Ports ports;
    private final Secrets secrets;
    private final EmbeddedServers servers;
    private final SourceDatabase source;
    private final int slots;

    Services(Home home, Ports ports, Secrets secrets, EmbeddedServers servers, SourceDatabase source, int slots) {
        this.home = home;
        this.ports = ports;
        this.secrets = secrets;
        this.servers = servers;
        this.source = source;
        this.slots = slots;
    }

    /**
     * Starts all at once, since a single one leaves half of two cores idle; each is handed to the shutdown as soon as it
     * stands. A failure is told when the others stand too.
     */
    void start(Shutdown shutdown) {
        var starting = Stream.of(console(), history(), scheduler(), worker())
                .map(service -> CompletableFuture.runAsync(() -> start(service, shutdown), Services::inThread))
                .toList();
        try {
            CompletableFuture.allOf(starting.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** What a worker needs to work on so many tasks at once. */
    static Map<String, String> ofSlots(int slots) {
        return Map.of(
                "longshore.worker.slots", Integer.toString(slots),
                "longshore.worker.source.connections", Integer.toString(slots + CONNECTIONS_BESIDE_SLOTS));
    }

    /** A worker in a process of its own: the same, but for the port. */
    Service joiningWorker() {
        var joining = worker();
        joining.settings().put(PORT, ANY_FREE_PORT);
        return joining;
    }

    /** One for each: the common pool has a single thread on two cores. */
    private static void inThread(Runnable start) {
        new Thread(start, "start").start();
    }

    private static void start(Service service, Shutdown shutdown) {
        shutdown.add(service.name(), service.start());
    }

    private Service scheduler() {
        var settings = settings("scheduler", ports.scheduler());
        settings.putAll(ofMessaging());
        settings.putAll(ofTokens());
        settings.put(OUTBOX, LONG_PAUSE);
        return new Service("scheduler-service", SchedulerApplication.class, settings);
    }

    private Service worker() {
        var settings = settings("worker", ports.worker());
        settings.putAll(ofMessaging());
        settings.putAll(ofArtifacts());
        settings.putAll(ofSlots(slots));
        settings.put("longshore.worker.source.url", source.url());
        settings.put("longshore.worker.source.user", source.user());
        settings.put("longshore.worker.source.password", source.password());
        return new Service(WORKER, ExportWorkerApplication.class, settings);
    }

    private Service history() {
        var settings = settings("history", ports.history());
        settings.putAll(ofMessaging());
        settings.putAll(ofTokens());
        settings.putAll(ofArtifacts());
        settings.put(OUTBOX, LONG_PAUSE);
        settings.put("longshore.history.stream.poll-interval", LONG_PAUSE);
        settings.put("longshore.history.rebuild.poll-interval", LONG_PAUSE);
        settings.put("longshore.history.webhooks.poll-interval", LONG_PAUSE);
        return new Service("history-service", HistoryApplication.class, settings);
    }

    private Service console() {
        var settings = settings("console", ports.console());
        settings.putAll(ofMessaging());
        settings.put(OUTBOX, LONG_PAUSE);
        settings.put(
                "longshore.console.admin-password-file", home.adminPassword().toString());
        settings.put("longshore.console.services.scheduler", "http://127.0.0.1:" + ports.scheduler());
        settings.put("longshore.console.services.history", "http://127.0.0.1:" + ports.history());
        return new Service("web-console", WebConsoleApplication.class, settings);
    }

    private Map<String, String> settings(String role, int port) {
        Map<String, String> settings = new TreeMap<>();
        settings.put("server.address", LOOPBACK);
        settings.put(PORT, Integer.toString(port));
        settings.put("spring.datasource.url", servers.postgres().jdbcUrl(DatabaseRoles.PRODUCT));
        settings.put("spring.datasource.username", role);
        settings.put("spring.datasource.password", secrets.password(role));
        // Several contexts in one JVM: what is registered for all of it would be counted for each of them.
        settings.put("management.metrics.use-global-registry", "false");
        return settings;
    }

    private Map<String, String> ofMessaging() {
        return Map.of(
                "spring.kafka.bootstrap-servers", servers.kafka().bootstrapServers(),
                "longshore.registry.url", servers.registry().uri().toString());
    }

    private Map<String, String> ofTokens() {
        return Map.of(
                "spring.security.oauth2.resourceserver.jwt.jwk-set-uri",
                "http://127.0.0.1:%d/.well-known/jwks.json".formatted(ports.console()));
    }

    private Map<String, String> ofArtifacts() {
        return Map.of("longshore.artifacts.directory", home.artifacts().toString());
    }
}
