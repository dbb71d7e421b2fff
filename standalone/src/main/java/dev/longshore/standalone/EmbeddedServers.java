package dev.longshore.standalone;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.longshore.embedded.KafkaBroker;
import dev.longshore.embedded.PostgresServer;
import dev.longshore.embedded.RegistryServer;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Database, broker and schema registry of an installation.
 *
 * @param postgres durable, data in the home
 * @param kafka on disk in the home
 * @param registry keeps its schemas in the database
 */
record EmbeddedServers(PostgresServer postgres, KafkaBroker kafka, RegistryServer registry) {

    private static final String SUPERUSER = "postgres";
    private static final int REGISTRY_CONNECTIONS = 2;

    /** Starts all three, the broker beside the database, and hands each to the shutdown as soon as it stands. */
    static EmbeddedServers start(Home home, Ports ports, Secrets secrets, Shutdown shutdown) throws SQLException {
        var kafka = CompletableFuture.supplyAsync(() -> shutdown.add(
                "Kafka",
                KafkaBroker.start(new KafkaBroker.Settings(home.kafka(), ports.kafka(), ports.kafkaController()))));
        var postgres = shutdown.add(
                "PostgreSQL",
                PostgresServer.start(new PostgresServer.Settings(
                        home.postgres(),
                        ports.postgres(),
                        PostgresServer.Durability.DURABLE,
                        secrets.password(SUPERUSER))));
        postgres.createDatabaseIfMissing(DatabaseRoles.PRODUCT);
        new DatabaseRoles(postgres::dataSource, secrets::password).admitServices();
        var pool = shutdown.add("registry's connections", registryPool(postgres, secrets));
        var registry = shutdown.add("schema registry", RegistryServer.start(ports.registry(), pool));
        return new EmbeddedServers(postgres, await(kafka), registry);
    }

    private static HikariDataSource registryPool(PostgresServer postgres, Secrets secrets) {
        var config = new HikariConfig();
        config.setPoolName("registry");
        config.setJdbcUrl(postgres.jdbcUrl(DatabaseRoles.PRODUCT));
        config.setUsername("registry");
        config.setPassword(secrets.password("registry"));
        config.setMaximumPoolSize(REGISTRY_CONNECTIONS);
        config.setMinimumIdle(1);
        return new HikariDataSource(config);
    }

    private static KafkaBroker await(CompletableFuture<KafkaBroker> kafka) {
        try {
            return kafka.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
