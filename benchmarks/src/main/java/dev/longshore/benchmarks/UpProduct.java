package dev.longshore.benchmarks;

import dev.longshore.standalone.StandaloneApplication;
import dev.longshore.testing.Eventually;
import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Base64;
import java.util.Properties;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The whole product as {@code ./longshore up} starts it, in a process of its own and with the same heap. Its home is kept, so
 * that what it was filled with need not be made again.
 */
final class UpProduct implements AutoCloseable, Statements {
    static final String USER = "admin";
    static final String PASSWORD = "of the benchmarks, and long";

    private static final int PORT = 24_100;
    private static final int SAMPLE_ROWS = 10_000;
    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Path home;
    private final Path output;
    private final Process process;

    private UpProduct(Path home) throws IOException {
        this.home = home;
        this.output = Files.createTempFile("up", ".out");
        this.process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx768m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        StandaloneApplication.class.getName(),
                        "--home",
                        home.toString(),
                        "--port",
                        Integer.toString(PORT),
                        "--sample-rows",
                        Integer.toString(SAMPLE_ROWS))
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }

    static UpProduct start(Path home) throws IOException, InterruptedException {
        UpProduct product = new UpProduct(Files.createDirectories(home));
        try {
            Eventually.within(START_LIMIT).isTrue("longshore says that it is ready", product::isReady);
            Path generated = home.resolve("admin-password");
            if (Files.exists(generated)) {
                product.settlePassword(Files.readString(generated).strip());
            }
            return product;
        } catch (AssertionError | IOException e) {
            product.close();
            throw e;
        }
    }

    private boolean isReady() throws IOException {
        String said = Files.readString(output);
        if (!process.isAlive()) {
            throw new AssertionError("longshore ended: " + said);
        }
        return said.contains("ready after");
    }

    private void settlePassword(String generated) throws IOException, InterruptedException {
        String body = JSON.createObjectNode()
                .put("currentPassword", generated)
                .put("newPassword", PASSWORD)
                .toString();
        post("/me/password", body, generated);
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + PORT);
    }

    JsonNode post(String path, String body) throws IOException, InterruptedException {
        return post(path, body, PASSWORD);
    }

    private JsonNode post(String path, String body, String password) throws IOException, InterruptedException {
        byte[] credentials = (USER + ":" + password).getBytes(StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(uri().resolve("/api/v1" + path))
                .header("Content-Type", "application/json")
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials))
                .POST(BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException("%s: status %d, %s".formatted(request.uri(), answer.statusCode(), answer.body()));
        }
        return answer.body().isEmpty() ? JSON.nullNode() : JSON.readTree(answer.body());
    }

    @Override
    public void execute(String... statements) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    long count(String table) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM " + table)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** As the administrator of the database that the services share. */
    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                property("connection.properties", "spring.datasource.url"),
                "postgres",
                property("secrets.properties", "postgres"));
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

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
