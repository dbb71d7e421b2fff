package dev.longshore.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL 17 server of our own on 127.0.0.1, its data in a folder.
 *
 * <p>The server is a process beside this JVM. When the JVM is killed the server lives on; the next {@link #start} with
 * the same home and port adopts it, and {@link #close} then stops it. Two JVMs cannot share a home: the second start
 * fails. Runs as an ordinary user; as root it needs {@code unshare} of util-linux.
 */
public final class PostgresServer implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(PostgresServer.class);
    private static final String SUPERUSER = "postgres";
    private static final Pattern DATABASE_NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");
    private static final String DUPLICATE_DATABASE = "42P04";
    private static final Duration STARTUP_WAIT = Duration.ofSeconds(60);

    private final EmbeddedPostgres server;
    private final int port;
    private final String password;

    private PostgresServer(EmbeddedPostgres server, int port, String password) {
        this.server = server;
        this.port = port;
        this.password = password;
    }

    /** What the server promises when the machine loses power. */
    public enum Durability {
        /** Committed is on disk. */
        DURABLE,
        /** Nothing is synchronised to disk: quick, and lost with the machine. For tests. */
        THROWAWAY
    }

    /**
     * @param home folder of this server's files, created if missing; not inside the system's temporary {@code embedded-pg}
     * @param port port on 127.0.0.1; 0 takes a free one and is for THROWAWAY only, since a later start must find the same
     * @param durability what survives the loss of power
     * @param password of the superuser {@code postgres}; the same at every start of a home
     */
    public record Settings(Path home, int port, Durability durability, String password) {
        public Settings {
            if (port < 0 || port > 65_535) {
                throw new IllegalArgumentException("port must be between 0 and 65535 but is " + port);
            }
            if (port == 0 && durability == Durability.DURABLE) {
                throw new IllegalArgumentException("a durable server needs a fixed port");
            }
            if (password.isBlank()) {
                throw new IllegalArgumentException("password is blank");
            }
        }

        /** Without the password. */
        @Override
        public String toString() {
            return "Settings[home=%s, port=%d, durability=%s]".formatted(home, port, durability);
        }
    }

    /**
     * Starts the server and returns when it answers: about 3 s for a new home, under 1 s later.
     *
     * @throws IllegalStateException when the port is taken by something else, or the folder belongs to another version
     *     or to a running JVM
     * @throws UncheckedIOException when the server does not come up within a minute, for example with a wrong password
     */
    public static PostgresServer start(Settings settings) {
        PostgresFolder folder = new PostgresFolder(settings.home());
        try {
            int port = LoopbackPort.orAnyFree(settings.port());
            folder.requireUsable(port);
            EmbeddedPostgres process = configure(settings, folder, port).start();
            PostgresServer server = new PostgresServer(process, port, settings.password());
            server.secure(folder);
            log.info("PostgreSQL is up: port={} home={}", port, settings.home());
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start in " + settings.home(), e);
        }
    }

    private static EmbeddedPostgres.Builder configure(Settings settings, PostgresFolder folder, int port)
            throws IOException {
        Files.createDirectories(settings.home());
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(folder.data())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPort(port)
                .setPGStartupWait(STARTUP_WAIT)
                .setLocaleConfig("locale", "C.UTF-8")
                .setConnectConfig("password", settings.password())
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("max_connections", "200")
                .setServerConfig("max_prepared_transactions", "10")
                .setServerConfig("timezone", "UTC");
        String sync = settings.durability() == Durability.DURABLE ? "on" : "off";
        builder.setServerConfig("fsync", sync)
                .setServerConfig("synchronous_commit", sync)
                .setServerConfig("full_page_writes", sync);
        if (settings.durability() == Durability.DURABLE) {
            // The server's own log writer: it outlives this JVM, a pipe to us would not. A file a weekday, each reused.
            builder.setOverrideWorkingDirectory(folder.binaries().toFile())
                    .setServerConfig("logging_collector", "on")
                    .setServerConfig("log_filename", "postgresql-%a.log")
                    .setServerConfig("log_truncate_on_rotation", "on");
        }
        return builder;
    }

    /**
     * A new cluster trusts every local user. The password is set before the rule file asks for it, and the file is read
     * again at every start, so that a crash between these steps is made good by the next start.
     */
    private void secure(PostgresFolder folder) throws IOException {
        try (Connection connection = dataSource(SUPERUSER).getConnection();
                Statement statement = connection.createStatement()) {
            requireOwn(statement, folder);
            if (folder.trustsEverybody()) {
                connection
                        .unwrap(org.postgresql.PGConnection.class)
                        .alterUserPassword(SUPERUSER, password.toCharArray(), "scram-sha-256");
                folder.askForPasswords();
            }
            statement.execute("SELECT pg_reload_conf()");
        } catch (SQLException e) {
            server.close();
            throw new IOException("PostgreSQL answers, but could not be secured", e);
        }
    }

    /** A foreign server on our port must not be taken for ours. */
    private static void requireOwn(Statement statement, PostgresFolder folder) throws SQLException, IOException {
        try (ResultSet row = statement.executeQuery("SHOW data_directory")) {
            row.next();
            Path served = Path.of(row.getString(1));
            if (!served.toRealPath().equals(folder.data().toRealPath())) {
                throw new IllegalStateException("The PostgreSQL server on this port serves another folder: " + served);
            }
        }
    }

    /** Creates the database unless it exists. Harmless to repeat, and from several threads at once. */
    public void createDatabaseIfMissing(String name) {
        if (!DATABASE_NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a database name of ours: " + name);
        }
        try (Connection connection = dataSource(SUPERUSER).getConnection();
                Statement statement = connection.createStatement()) {
            if (!exists(connection, name)) {
                statement.execute("CREATE DATABASE " + name);
            }
        } catch (SQLException e) {
            if (!DUPLICATE_DATABASE.equals(e.getSQLState())) {
                throw new IllegalStateException("Could not create database " + name, e);
            }
        }
    }

    private static boolean exists(Connection connection, String name) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT 1 FROM pg_database WHERE datname = ?")) {
            query.setString(1, name);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }

    /** URL of a database, without user and password. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    /** Name of the superuser. */
    public String username() {
        return SUPERUSER;
    }

    /** Password of {@link #username()}. */
    public String password() {
        return password;
    }

    /** Port on 127.0.0.1. */
    public int port() {
        return port;
    }

    /** Opens a new connection each time: for a few statements, not for a service. */
    public DataSource dataSource(String database) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(jdbcUrl(database));
        source.setUser(SUPERUSER);
        source.setPassword(password);
        return source;
    }

    /** Ends the server; open connections are cut. What was committed is kept. */
    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not stop", e);
        }
    }
}
