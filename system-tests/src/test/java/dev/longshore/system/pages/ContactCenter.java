package dev.longshore.system.pages;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** The sample Contact History, as its own administrator reaches it: to break it, and to mend it. */
final class ContactCenter {
    private ContactCenter() {}

    static void execute(Path home, String statement) {
        try (var connection = DriverManager.getConnection(
                        properties(home, "connection.properties").getProperty("longshore.worker.source.url"),
                        "postgres",
                        properties(home, "secrets.properties").getProperty("postgres"));
                var run = connection.createStatement()) {
            run.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(statement, e);
        }
    }

    private static Properties properties(Path home, String name) {
        Properties properties = new Properties();
        try (Reader file = Files.newBufferedReader(home.resolve(name))) {
            properties.load(file);
        } catch (IOException e) {
            throw new IllegalStateException("no " + name + " in " + home, e);
        }
        return properties;
    }
}
