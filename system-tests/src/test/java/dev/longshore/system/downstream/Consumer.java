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
import javax.tools.ToolProvider;

/** A reference consumer of docs/examples, as a process with a schema for each topic in the installation's database. */
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

    private static String schema(String topic) {
        return "downstream_" + topic.replace('-', '_').toLowerCase(Locale.ROOT);
    }

    /** Makes its tables as its README says. */
    static void createTables(Installation longshore, String topic) throws IOException {
        longshore.execute(
                "CREATE SCHEMA " + schema(topic),
                "SET search_path = %s; %s".formatted(schema(topic), Files.readString(EXAMPLES.resolve("schema.sql"))));
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
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                Compiled.FOLDER + File.pathSeparator + System.getProperty("java.class.path"),
                                "ReferenceConsumer")
                        : List.of(
                                Program.nodeExecutable(),
                                EXAMPLES.resolve("node/consumer.mjs").toString()));
        command.addAll(List.of(longshore.bootstrapServers(), longshore.registryUrl(), topic, store.toString()));
        if (this == JAVA) {
            command.add("%s%scurrentSchema=%s"
                    .formatted(database.jdbcUrl(), database.jdbcUrl().contains("?") ? "&" : "?", schema(topic)));
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
                        "PGOPTIONS", "-c search_path=" + schema(topic)));
        return new Running(builder.start(), output);
    }

    /** The first column of a query over the tables of a topic. */
    static List<String> query(Installation longshore, String topic, String sql) {
        SourceRows database = longshore.source();
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
                Statement statement = connection.createStatement()) {
            statement.execute("SET search_path = " + schema(topic));
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

    /** The Java consumer, compiled when it is first asked for. */
    private static final class Compiled {
        private static final Path FOLDER = compile();

        private static Path compile() {
            Path folder = Path.of("target", "reference-consumer").toAbsolutePath();
            try {
                Files.createDirectories(folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            int status = ToolProvider.getSystemJavaCompiler()
                    .run(
                            null,
                            null,
                            null,
                            "-proc:none",
                            "-cp",
                            System.getProperty("java.class.path"),
                            "-d",
                            folder.toString(),
                            EXAMPLES.resolve("java/ReferenceConsumer.java").toString());
            if (status != 0) {
                throw new AssertionError("the reference consumer does not compile");
            }
            return folder;
        }
    }
}
