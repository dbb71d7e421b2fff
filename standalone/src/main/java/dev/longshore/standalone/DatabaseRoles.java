package dev.longshore.standalone;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/**
 * Who may do what in a PostgreSQL of ours: every service owns its own schema of the product's database and reads no
 * other; the source is read by a role that can select the published views and nothing else. Harmless to repeat.
 */
final class DatabaseRoles {

    static final String PRODUCT = "longshore";
    static final String SOURCE = "contact_center";
    static final String SOURCE_READER = "contact_history_reader";

    private static final List<String> OF_PRODUCT = List.of("scheduler", "worker", "history", "console", "registry");

    private final Function<String, DataSource> databases;
    private final Function<String, String> passwords;

    /**
     * @param databases the superuser's way into a database, by its name
     * @param passwords the password of a role, by its name
     */
    DatabaseRoles(Function<String, DataSource> databases, Function<String, String> passwords) {
        this.databases = databases;
        this.passwords = passwords;
    }

    /** A role for each service in the product's database, which must be there; each then makes its schema by itself. */
    void admitServices() throws SQLException {
        try (var connection = databases.apply(PRODUCT).getConnection()) {
            connection.setAutoCommit(false);
            run(connection, "REVOKE ALL ON DATABASE longshore FROM PUBLIC");
            for (var role : OF_PRODUCT) {
                ensureRole(connection, role);
                run(connection, "GRANT CONNECT, CREATE, TEMPORARY ON DATABASE longshore TO " + role);
            }
            connection.commit();
        }
    }

    /** The reader of the sample; its database and views must be there. */
    void admitSourceReader() throws SQLException {
        try (var connection = databases.apply(SOURCE).getConnection()) {
            connection.setAutoCommit(false);
            ensureRole(connection, SOURCE_READER);
            run(connection, "REVOKE ALL ON DATABASE contact_center FROM PUBLIC");
            run(connection, "GRANT CONNECT ON DATABASE contact_center TO contact_history_reader");
            run(connection, "GRANT USAGE ON SCHEMA contact_history TO contact_history_reader");
            run(connection, "GRANT SELECT ON ALL TABLES IN SCHEMA contact_history TO contact_history_reader");
            connection.commit();
        }
    }

    // The password goes over as its SCRAM verifier: it never stands in a statement that could be logged.
    private void ensureRole(Connection connection, String role) throws SQLException {
        if (!exists(connection, role)) {
            run(connection, "CREATE ROLE " + role + " LOGIN");
            connection
                    .unwrap(PGConnection.class)
                    .alterUserPassword(role, passwords.apply(role).toCharArray(), "scram-sha-256");
        }
    }

    private static boolean exists(Connection connection, String role) throws SQLException {
        try (var query = connection.prepareStatement("SELECT 1 FROM pg_roles WHERE rolname = ?")) {
            query.setString(1, role);
            try (var found = query.executeQuery()) {
                return found.next();
            }
        }
    }

    private static void run(Connection connection, String statement) throws SQLException {
        try (var run = connection.createStatement()) {
            run.execute(statement);
        }
    }
}
