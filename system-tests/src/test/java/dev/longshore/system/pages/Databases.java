package dev.longshore.system.pages;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;

/**
 * The databases of a product, as their own administrator reaches them: to break the source and to mend it, to let time pass
 * that no test waits for.
 *
 * @param home where the product keeps everything
 */
record Databases(Path home) {
    private static final String ADMINISTRATOR = "postgres";

    /** Runs statements in the sample Contact History. */
    void inSource(String statements) {
        execute(property("connection.properties", "longshore.worker.source.url"), statements);
    }

    /** Runs statements in the database that the services share. */
    void inProduct(String statements) {
        execute(property("connection.properties", "spring.datasource.url"), statements);
    }

    /** What makes psql connect to a database of this name, on the same server. */
    Map<String, String> psqlEnvironment(String database) {
        URI address = URI.create(
                property("connection.properties", "spring.datasource.url").substring("jdbc:".length()));
        return Map.of(
                "PGHOST", address.getHost(),
                "PGPORT", Integer.toString(address.getPort()),
                "PGUSER", ADMINISTRATOR,
                "PGPASSWORD", password(),
                "PGDATABASE", database);
    }

    private void execute(String url, String statements) {
        try (var connection = DriverManager.getConnection(url, ADMINISTRATOR, password());
                var run = connection.createStatement()) {
            run.execute(statements);
        } catch (SQLException e) {
            throw new IllegalStateException(statements, e);
        }
    }

    private String password() {
        return property("secrets.properties", ADMINISTRATOR);
    }

    private String property(String file, String name) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(home.resolve(file))) {
            properties.load(reader);
        } catch (IOException e) {
            throw new IllegalStateException("no " + file + " in " + home, e);
        }
        return properties.getProperty(name);
    }
}
