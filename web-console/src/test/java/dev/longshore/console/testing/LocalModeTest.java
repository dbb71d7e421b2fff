package dev.longshore.console.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.testing.MutableClock;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The console with a clock that stands still, people whose passwords are known, and no memory of failed sign-ins. */
@Import({LocalModeTest.Clock.class, ApiDocument.class})
@TestPropertySource(properties = {"springdoc.api-docs.enabled=true", "springdoc.paths-to-match=/api/v1/**"})
public abstract class LocalModeTest extends ConsoleTest {
    protected static final MutableClock clock = MutableClock.at("2026-11-23T14:00:00Z");
    protected static final String PASSWORD = "the password of somebody";

    protected static final RecordingTrail trail = new RecordingTrail();

    private static final AtomicInteger NUMBER = new AtomicInteger();

    @TestConfiguration(proxyBeanMethods = false)
    public static class Clock {
        @Bean
        @Primary
        RecordingTrail trail() {
            return trail;
        }

        @Bean
        @Primary
        InstantSource standing() {
            return clock;
        }
    }

    @BeforeEach
    void nobody_failed_and_services_answer() {
        inDatabase("DELETE FROM console.sign_in_throttle");
        scheduler.behaves(exchange -> FakeService.answer(exchange, 200, "{\"items\":[]}"));
        history.behaves(exchange -> FakeService.answer(exchange, 200, "{\"items\":[]}"));
    }

    /** A new user who has changed the one-time password into {@link #PASSWORD}; returns the name. */
    protected String user(String role, String sources) throws IOException, InterruptedException {
        String name = "user" + NUMBER.incrementAndGet();
        HttpResponse<String> created = signedIn().post("/api/v1/users", """
                {"name": "%s", "role": "%s", "sources": %s}
                """.formatted(name, role, sources));
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        String oneTime = json(created).path("oneTimePassword").asString();
        Browser browser = new Browser(port);
        browser.signIn(name, oneTime);
        assertThat(browser.changePassword(oneTime, PASSWORD).statusCode()).isEqualTo(204);
        return name;
    }

    /** A browser in which this user has signed in. */
    protected Browser signedIn(String name) throws IOException, InterruptedException {
        Browser browser = new Browser(port);
        HttpResponse<String> answer = browser.signIn(name, PASSWORD);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        return browser;
    }

    /** Changes what a user may do, as the administrator. */
    protected HttpResponse<String> change(String name, String role, String sources, boolean enabled)
            throws IOException, InterruptedException {
        return signedIn().put("/api/v1/users/" + name, """
                {"role": "%s", "sources": %s, "enabled": %s}
                """.formatted(role, sources, enabled), "*");
    }

    /** A call by an API client with these credentials. */
    protected HttpResponse<String> call(String path, String authorization) throws IOException, InterruptedException {
        Browser client = new Browser(port);
        return client.send(
                client.request(path).header("Authorization", authorization).GET());
    }

    protected HttpResponse<String> post(String path, String authorization, String json)
            throws IOException, InterruptedException {
        Browser client = new Browser(port);
        return client.send(client.request(path)
                .header("Authorization", authorization)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    /** Claims of the token with which a service was called last. */
    protected static JsonNode claims(FakeService service) {
        String token = service.calls().get(service.calls().size() - 1).headers().getFirst("Authorization");
        String payload = token.substring("Bearer ".length()).split("\\.", -1)[1];
        return JsonMapper.shared().readTree(new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8));
    }

    protected static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    protected static void pass(Duration time) {
        clock.advance(time);
    }

    /** Fails unless the answer is a problem of this status and type. */
    protected static void assertProblem(HttpResponse<String> answer, int status, String type) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(json(answer).path("type").asString()).isEqualTo("https://longshore.dev/problems/" + type);
    }
}
