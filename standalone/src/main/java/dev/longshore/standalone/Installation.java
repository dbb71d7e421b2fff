package dev.longshore.standalone;

import dev.longshore.standalone.sample.SampleContactHistory;
import dev.longshore.standalone.sample.Size;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One running installation. What a crash cuts short is made good by the next start: the sample is loaded in one
 * transaction, the sample job is made under an idempotency key, and the first start counts as done only at its end.
 */
final class Installation {

    private static final Logger log = LoggerFactory.getLogger(Installation.class);
    private static final String FIRST_CONSOLE_PORT = "first-console-port";
    private static final String CONSOLE_PORT = "console-port";
    private static final String FIRST_START_BEGUN = "first-start-begun";
    private static final String FIRST_START_DONE = "first-start-done";

    private final UpOptions options;
    private final Home home;
    private final InstantSource clock;
    private final Shutdown shutdown;
    private final Announcements announcements;
    private final Properties facts;
    private final Secrets secrets;

    Installation(UpOptions options, Home home, InstantSource clock, Shutdown shutdown, Announcements announcements) {
        this.options = options;
        this.home = home;
        this.clock = clock;
        this.shutdown = shutdown;
        this.announcements = announcements;
        facts = Home.read(home.installation());
        secrets = new Secrets(home);
    }

    /** Returns when the product can be used; on a first start, when the sample job has run once. */
    void start() throws SQLException, IOException, InterruptedException {
        long begun = System.nanoTime();
        var ports = ports();
        ports.requireFree();
        options.source().ifPresent(Installation::requireViews);
        var isFirst = facts.getProperty(FIRST_START_DONE) == null;
        announcements.starting(home, isFirst);

        var servers = EmbeddedServers.start(home, ports, secrets, shutdown);
        announcements.serversUp(elapsed(begun));
        var source = options.source().isPresent() ? options.source().get() : sample(servers);

        long servicesBegun = System.nanoTime();
        var services = new Services(home, ports, secrets, servers, source, options.workers());
        services.start(shutdown);
        announcements.servicesUp(elapsed(servicesBegun));
        publishConnection(services);
        if (isFirst) {
            finishFirstStart(ports);
        }
        announcements.ready(home, ports, elapsed(begun), isFirst);
        log.info("Ready: home={} port={} millis={}", home.root(), ports.console(), elapsed(begun));
    }

    private Ports ports() {
        int first = Integer.parseInt(facts.getProperty(
                FIRST_CONSOLE_PORT, Integer.toString(options.port().orElse(Ports.DEFAULT_CONSOLE))));
        int console = options.port()
                .orElseGet(() -> Integer.parseInt(facts.getProperty(CONSOLE_PORT, Integer.toString(first))));
        var ports = new Ports(console, first);
        facts.setProperty(FIRST_CONSOLE_PORT, Integer.toString(first));
        facts.setProperty(CONSOLE_PORT, Integer.toString(console));
        facts.putIfAbsent(
                FIRST_START_BEGUN,
                clock.instant().truncatedTo(ChronoUnit.MILLIS).toString());
        keepFacts();
        return ports;
    }

    private static void requireViews(SourceDatabase source) {
        var query = "SELECT to_regclass('contact_history.interaction') IS NOT NULL";
        try (var connection = DriverManager.getConnection(source.url(), source.user(), source.password());
                var statement = connection.createStatement();
                var found = statement.executeQuery(query)) {
            if (!found.next() || !found.getBoolean(1)) {
                throw new UsageException(
                        "--source has no view contact_history.interaction: standalone/README.md says which views are needed");
            }
        } catch (SQLException e) {
            throw new UsageException("--source cannot be read: " + e.getMessage(), e);
        }
    }

    private SourceDatabase sample(EmbeddedServers servers) throws SQLException {
        var postgres = servers.postgres();
        postgres.createDatabaseIfMissing(DatabaseRoles.SOURCE);
        var database = postgres.dataSource(DatabaseRoles.SOURCE);
        if (!SampleContactHistory.isPresent(database)) {
            long begun = System.nanoTime();
            var size = Size.ofInteractions(options.sampleRows());
            announcements.loadingSample(size);
            SampleContactHistory.create(database, size, SampleContactHistory.STANDARD_SEED, firstStartBegun());
            announcements.sampleLoaded(elapsed(begun));
        }
        new DatabaseRoles(postgres::dataSource, secrets::password).admitSourceReader();
        return new SourceDatabase(
                postgres.jdbcUrl(DatabaseRoles.SOURCE),
                DatabaseRoles.SOURCE_READER,
                secrets.password(DatabaseRoles.SOURCE_READER));
    }

    private void publishConnection(Services services) throws IOException {
        var connection = new Properties();
        connection.putAll(services.joiningWorker().settings());
        Home.write(home.connection(), connection, "How a further worker joins this installation while it runs.");
        shutdown.add("connection file", () -> Files.deleteIfExists(home.connection()));
    }

    private void finishFirstStart(Ports ports) throws IOException, InterruptedException {
        if (options.source().isEmpty()) {
            var password = Files.readString(home.adminPassword()).trim();
            var api = new ProductApi(URI.create("http://127.0.0.1:" + ports.console()), "admin", password);
            announcements.sampleJobDone(new SampleJob(api, clock, shutdown).createAndRun(firstStartBegun()));
        }
        facts.setProperty(FIRST_START_DONE, clock.instant().toString());
        keepFacts();
    }

    private void keepFacts() {
        Home.write(home.installation(), facts, "Facts of this Longshore installation, not a configuration.");
    }

    /** The same over all repetitions of an interrupted first start: the sample ends here, and the first run's window. */
    private Instant firstStartBegun() {
        return Instant.parse(facts.getProperty(FIRST_START_BEGUN));
    }

    private static long elapsed(long begunNanos) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begunNanos);
    }
}
