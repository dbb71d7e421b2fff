package dev.longshore.console.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.console.WebConsoleApplication;
import dev.longshore.testing.KafkaExtension;
import dev.longshore.testing.PostgresExtension;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The whole console on a free port, with a real database, two stand-ins for the services, and few threads: whatever holds
 * one for long makes other calls wait until they fail.
 */
@SpringBootTest(
        classes = WebConsoleApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=web-console",
            "server.tomcat.threads.max=3",
            "server.tomcat.threads.min-spare=1",
            "longshore.console.relay.response-timeout=3s",
            "longshore.console.relay.max-request-body=64KB"
        })
@DirtiesContext
@SuppressWarnings("NullAway.Init") // the services start with each class, before its context
public abstract class ConsoleTest {
    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    @RegisterExtension
    static final KafkaExtension kafka = new KafkaExtension();

    private static final String CHOSEN = "a password of my own";

    @TempDir
    static Path home;

    private static boolean changed;

    protected static FakeService scheduler;
    protected static FakeService history;

    @LocalServerPort
    protected int port;

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry registry) {
        postgres.register(registry);
        kafka.register(registry);
        changed = false;
        scheduler = FakeService.start();
        history = FakeService.start();
        registry.add("longshore.console.admin-password-file", () -> home.resolve("admin-password"));
        registry.add("longshore.console.services.scheduler", scheduler::address);
        registry.add("longshore.console.services.history", history::address);
    }

    @AfterAll
    static void stop() {
        scheduler.close();
        history.close();
    }

    /** What the administrator signs in with: the generated password until {@link #signedIn} was used. */
    protected static String password() throws IOException {
        return changed
                ? CHOSEN
                : Files.readString(home.resolve("admin-password")).strip();
    }

    /** A browser in which the administrator has signed in, and changed the password as the first sign-in asks for. */
    protected Browser signedIn() throws IOException, InterruptedException {
        Browser browser = new Browser(port);
        browser.signIn("admin", password());
        if (!changed) {
            browser.changePassword(password(), CHOSEN);
            changed = true;
        }
        return browser;
    }

    /** What became of the first administrator's password file. */
    protected static Path passwordFile() {
        return home.resolve("admin-password");
    }

    /** Runs SQL as the owner of the database. */
    protected static void inDatabase(String sql) {
        postgres.execute(sql);
    }

    /** The one text that a query returns. */
    protected static String inDatabaseText(String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(postgres.jdbcUrl(), postgres.username(), postgres.password());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }

    /** A call of an API client: Basic, no cookies. */
    protected HttpRequest.Builder basic(String path) throws IOException {
        return new Browser(port).request(path).header("Authorization", basicCredentials("admin", password()));
    }

    protected static String basicCredentials(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }
}
