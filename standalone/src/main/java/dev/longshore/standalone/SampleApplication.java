package dev.longshore.standalone;

import dev.longshore.standalone.sample.SampleContactHistory;
import dev.longshore.standalone.sample.Size;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Puts the sample Contact History into a PostgreSQL that is run elsewhere, once, with a role that can only read it; for
 * {@code docker compose up}. Harmless to repeat.
 */
public final class SampleApplication {

    private static final String DUPLICATE_DATABASE = "42P04";
    private static final int REFUSED = 2;

    private SampleApplication() {}

    /**
     * @param arguments {@code --server jdbc:postgresql://host:port/} and optionally {@code --sample-rows N}; the superuser's
     *     name and password and the reader's password come from LONGSHORE_DATABASE_USER, LONGSHORE_DATABASE_PASSWORD and
     *     LONGSHORE_SOURCE_PASSWORD
     */
    public static void main(String[] arguments) throws SQLException {
        try {
            var given = new Arguments(List.of(arguments), Set.of("--server", "--sample-rows"));
            var server = given.text("--server").orElseThrow(() -> new UsageException("--server is needed"));
            var rows =
                    given.number("--sample-rows", 1, UpOptions.MOST_SAMPLE_ROWS).orElse(Size.STANDARD.interactions());
            load(server, rows, System.getenv(), InstantSource.system());
        } catch (UsageException e) {
            System.err.println("longshore: " + e.getMessage());
            System.exit(REFUSED);
        }
    }

    static void load(String server, long rows, Map<String, String> environment, InstantSource clock)
            throws SQLException {
        createDatabase(database(server, "postgres", environment));
        var source = database(server, DatabaseRoles.SOURCE, environment);
        if (!SampleContactHistory.isPresent(source)) {
            SampleContactHistory.create(
                    source, Size.ofInteractions(rows), SampleContactHistory.STANDARD_SEED, clock.instant());
        }
        new DatabaseRoles(
                        name -> database(server, name, environment),
                        role -> required(environment, "LONGSHORE_SOURCE_PASSWORD"))
                .admitSourceReader();
    }

    private static void createDatabase(PGSimpleDataSource maintenance) throws SQLException {
        try (var connection = maintenance.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE contact_center TEMPLATE template0 LOCALE 'C.UTF-8'");
        } catch (SQLException e) {
            if (!DUPLICATE_DATABASE.equals(e.getSQLState())) {
                throw e;
            }
        }
    }

    private static PGSimpleDataSource database(String server, String name, Map<String, String> environment) {
        var database = new PGSimpleDataSource();
        database.setUrl(server.endsWith("/") ? server + name : server + "/" + name);
        database.setUser(required(environment, "LONGSHORE_DATABASE_USER"));
        database.setPassword(required(environment, "LONGSHORE_DATABASE_PASSWORD"));
        return database;
    }

    private static String required(Map<String, String> environment, String variable) {
        var value = environment.getOrDefault(variable, "");
        if (value.isEmpty()) {
            throw new UsageException("the environment variable " + variable + " is needed");
        }
        return value;
    }
}
