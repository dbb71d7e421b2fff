package dev.longshore.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * A database of a real PostgreSQL server for each test class:
 *
 * <pre>
 * &#64;RegisterExtension
 * static final PostgresExtension postgres = new PostgresExtension();
 *
 * &#64;DynamicPropertySource
 * static void database(DynamicPropertyRegistry registry) {
 *     postgres.register(registry);
 * }
 * </pre>
 *
 * <p>The server is shared by all classes of the JVM. Sessions run in the time zone of St. John's (UTC-03:30): the
 * driver takes a session's zone from the JVM's default, so that is changed too, for the rest of the JVM. Code that
 * leans on either zone fails here. Pools that {@link #dataSource} and {@link #migrated} hand out are closed after the
 * class, which fails when one of their connections was not given back. A Spring test adds {@code @DirtiesContext}, else
 * its loops go on while other classes run.
 */
public final class PostgresExtension implements BeforeAllCallback, AfterAllCallback {
    private static final String ZONE = "America/St_Johns";
    private static final int LONGEST_NAME = 40;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final List<HikariDataSource> pools = new ArrayList<>();
    private @Nullable String database;

    @Override
    public void beforeAll(ExtensionContext context) {
        TimeZone.setDefault(TimeZone.getTimeZone(ZONE));
        String name = "test_%d_%s"
                .formatted(
                        NUMBER.incrementAndGet(),
                        context.getRequiredTestClass().getSimpleName().toLowerCase(Locale.ROOT));
        String created = name.substring(0, Math.min(name.length(), LONGEST_NAME));
        TestServers.database().createDatabase(created);
        database = created;
        execute("ALTER DATABASE %s SET timezone = '%s'".formatted(created, ZONE));
    }

    @Override
    public void afterAll(ExtensionContext context) {
        closePools(PATIENCE);
    }

    /** Connections may come back a little after the last test, from threads that are just ending. */
    void closePools(Duration patience) {
        List<HikariDataSource> closing = List.copyOf(pools);
        pools.clear();
        try {
            for (HikariDataSource pool : closing) {
                Eventually.within(patience)
                        .holds(
                                "every connection is given back to the pool",
                                () -> assertThat(pool.getHikariPoolMXBean().getActiveConnections())
                                        .as("connections in use after the last test")
                                        .isZero());
            }
        } finally {
            closing.forEach(HikariDataSource::close);
        }
    }

    /** URL of the class's database, without user and password. */
    public String jdbcUrl() {
        return TestServers.database().jdbcUrl(requireDatabase());
    }

    /** Name of a user that may do everything. */
    public String username() {
        return TestServers.database().username();
    }

    /** Password of {@link #username()}. */
    public String password() {
        return TestServers.database().password();
    }

    /** A new pool of at most eight connections to the class's database. */
    public DataSource dataSource() {
        return pool(null);
    }

    /** A new pool of at most eight connections that find tables in this schema first. */
    public DataSource dataSource(String schema) {
        return pool(schema);
    }

    /**
     * Creates the schema and its tables as a service does when it starts, and returns a pool of connections to it.
     *
     * @param locations of the migrations, for example {@code classpath:db/platform}
     */
    public DataSource migrated(String schema, String... locations) {
        DataSource pool = pool(schema);
        Flyway.configure()
                .dataSource(pool)
                .schemas(schema)
                .defaultSchema(schema)
                .createSchemas(true)
                .locations(locations)
                .load()
                .migrate();
        return pool;
    }

    /** Runs statements that return nothing, each committed by itself. */
    public void execute(String... statements) {
        try (Connection connection = DriverManager.getConnection(jdbcUrl(), username(), password());
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("A statement of the test failed", e);
        }
    }

    /** Sets {@code spring.datasource.url}, {@code username} and {@code password}. */
    public void register(DynamicPropertyRegistry registry) {
        registry.add("spring.datasource.url", this::jdbcUrl);
        registry.add("spring.datasource.username", this::username);
        registry.add("spring.datasource.password", this::password);
    }

    private HikariDataSource pool(@Nullable String schema) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(jdbcUrl());
        config.setUsername(username());
        config.setPassword(password());
        config.setMaximumPoolSize(8);
        config.setMinimumIdle(0);
        if (schema != null) {
            config.setSchema(schema);
        }
        HikariDataSource pool = new HikariDataSource(config);
        pools.add(pool);
        return pool;
    }

    private String requireDatabase() {
        String name = database;
        if (name == null) {
            throw new IllegalStateException(
                    "The database exists from @BeforeAll on; register the extension as a static field");
        }
        return name;
    }
}
