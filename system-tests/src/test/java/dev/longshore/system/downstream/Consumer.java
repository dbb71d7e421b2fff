package dev.longshore.system.downstream;

import dev.longshore.system.Installation;
import dev.longshore.system.Program;
import dev.longshore.system.SourceRows;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A reference consumer of docs/examples, as a process with a schema of its own in the installation's database. */
enum Consumer {
    JAVA,
    NODE;

    private static final Path EXAMPLES =
            Path.of("..", "docs", "examples").toAbsolutePath().normalize();
    private static final long LIMIT_SECONDS = 90;

    /** A consumer that was started; what it prints stands in the file. */
    record Running(Process process, Path output) {
        String said() {
            try {
                return Files.readString(output);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** As kill -9 does. */
        void kill() throws InterruptedException {
            process.destroyForcibly().waitFor();
        }

        /** Waits for its end and returns its exit status. */
        int await() throws InterruptedException {
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("the consumer did not end: " + said());
            }
            return process.exitValue();
        }
    }

    String schema() {
        return "downstream_" + name().toLowerCase(Locale.ROOT);
    }

    /** Makes its tables as its README says. */
    void createTables(Installation longshore) throws IOException {
        longshore.execute(
                "DROP SCHEMA IF EXISTS %s CASCADE".formatted(schema()),
                "CREATE SCHEMA " + schema(),
                "SET search_path = %s; %s".formatted(schema(), Files.readString(EXAMPLES.resolve("schema.sql"))));
    }

    /** Starts it; it ends when nothing has come for some seconds. */
    Running start(Installation longshore, String topic, Path store) throws IOException {
        SourceRows database = longshore.source();
        URI address = URI.create(database.jdbcUrl().substring("jdbc:".length()));
        List<String> command = new ArrayList<>(
                this == JAVA
                        ? List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                EXAMPLES.resolve("java/ReferenceConsumer.java").toString())
                        : List.of(
                                Program.nodeExecutable(),
                                EXAMPLES.resolve("node/consumer.mjs").toString()));
        command.addAll(List.of(longshore.bootstrapServers(), longshore.registryUrl(), topic, store.toString()));
        if (this == JAVA) {
            command.add("%s%scurrentSchema=%s"
                    .formatted(database.jdbcUrl(), database.jdbcUrl().contains("?") ? "&" : "?", schema()));
        }
        command.add("4");
        Path output = Files.createTempFile("consumer", ".out");
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment()
                .putAll(Map.of(
                        "PGHOST", address.getHost(),
                        "PGPORT", String.valueOf(address.getPort()),
                        "PGDATABASE", address.getPath().substring(1),
                        "PGUSER", database.username(),
                        "PGPASSWORD", database.password(),
                        "PGOPTIONS", "-c search_path=" + schema()));
        return new Running(builder.start(), output);
    }

    /** The first column of a query over its tables. */
    List<String> query(Installation longshore, String sql) {
        SourceRows database = longshore.source();
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
                Statement statement = connection.createStatement()) {
            statement.execute("SET search_path = " + schema());
            List<String> values = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    values.add(rows.getString(1));
                }
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
