package dev.longshore.console.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.console.testing.Browser;
import dev.longshore.console.testing.ConsoleTest;
import dev.longshore.console.testing.FakeService;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignInIT extends ConsoleTest {
    private static final String RUN_NOW = "/api/v1/jobs/7/runs";

    @BeforeEach
    void services_answer_and_nobody_has_guessed() {
        inDatabase("DELETE FROM console.sign_in_throttle");
        scheduler.behaves(exchange -> FakeService.answer(exchange, 202, "{\"runId\":\"1\"}"));
    }

    /** P84. */
    @Test
    void the_administrator_signs_in_with_the_password_from_the_file() throws Exception {
        Browser browser = new Browser(port);

        HttpResponse<String> answer = browser.signIn("Admin", password());

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("LONGSHORE_SESSION=")
                        .contains("HttpOnly")
                        .contains("SameSite=Lax"));
        assertThat(browser.get("/api/v1/me").body())
                .startsWith("{\"name\":\"admin\",\"roles\":[\"ADMIN\"],\"sources\":null,\"administrator\":true,");
    }

    @Test
    void a_wrong_password_is_refused_in_words_and_opens_nothing() throws Exception {
        Browser browser = new Browser(port);

        HttpResponse<String> answer = browser.signIn("admin", "guess");

        assertProblem(answer, 401, "User or password is wrong.");
        assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(401);
    }

    @Test
    void an_unknown_user_gets_the_same_answer() throws Exception {
        assertProblem(new Browser(port).signIn("nobody", "guess"), 401, "User or password is wrong.");
    }

    @Test
    void names_and_passwords_that_cannot_exist_are_just_wrong() throws Exception {
        assertProblem(new Browser(port).signIn("admin", "x".repeat(100)), 401, "User or password is wrong.");
        assertProblem(new Browser(port).signIn("ad\0min", "guess"), 401, "User or password is wrong.");
        assertProblem(new Browser(port).signIn("", ""), 401, "User or password is wrong.");
    }

    @Test
    void signing_in_needs_the_csrf_token_too() throws Exception {
        Browser browser = new Browser(port);

        HttpResponse<String> answer = browser.send(browser.request("/sign-in")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=admin&password=" + password())));

        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void a_session_id_from_elsewhere_is_not_adopted() throws Exception {
        Browser browser = new Browser(port);
        browser.cookies().put("LONGSHORE_SESSION", "0123456789ABCDEF0123456789ABCDEF");

        browser.signIn("admin", password());

        assertThat(browser.cookies().get("LONGSHORE_SESSION")).isNotEqualTo("0123456789ABCDEF0123456789ABCDEF");
    }

    @Test
    void a_change_by_session_needs_the_csrf_token() throws Exception {
        Browser browser = signedIn();

        HttpResponse<String> without = browser.send(browser.request(RUN_NOW).POST(BodyPublishers.ofString("{}")));
        HttpResponse<String> with = browser.post(RUN_NOW, "{}");

        assertProblem(without, 403, "The request lacks a valid CSRF token. Reload the page and try again.");
        assertThat(with.statusCode()).isEqualTo(202);
        assertThat(scheduler.calls()).hasSize(1);
    }

    @Test
    void a_change_by_basic_needs_no_csrf_token_and_makes_no_session() throws Exception {
        HttpResponse<String> answer = new Browser(port).send(basic(RUN_NOW).POST(BodyPublishers.ofString("{}")));

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void an_authorization_header_does_not_let_a_session_pass_without_csrf_token() throws Exception {
        Browser browser = signedIn();
        scheduler.behaves(exchange -> FakeService.answer(exchange, 202, "{}"));

        for (String credentials : List.of(basicCredentials("admin", "guess"), "Bearer anything", "Negotiate x", "")) {
            HttpResponse<String> answer = browser.send(browser.request(RUN_NOW)
                    .header("Authorization", credentials)
                    .POST(BodyPublishers.ofString("{}")));
            assertThat(answer.statusCode()).as(credentials).isEqualTo(401);
        }
        assertThat(scheduler.calls()).isEmpty();
    }

    @Test
    void basic_with_a_wrong_password_is_refused_without_a_window_of_the_browser() throws Exception {
        Browser client = new Browser(port);

        HttpResponse<String> answer = client.send(client.request("/api/v1/me")
                .header("Authorization", basicCredentials("admin", "guess"))
                .GET());

        assertProblem(answer, 401, "Sign in, or send a valid user and password.");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer realm=\"longshore\"");
    }

    /** P86. */
    @Test
    void signing_out_ends_the_session_for_good() throws Exception {
        Browser browser = signedIn();
        Browser thief = new Browser(port);
        thief.cookies().putAll(browser.cookies());
        assertThat(thief.get("/api/v1/me").statusCode()).isEqualTo(200);

        assertThat(browser.post("/sign-out", "").statusCode()).isEqualTo(204);

        assertThat(browser.cookies()).doesNotContainKey("LONGSHORE_SESSION");
        assertThat(thief.get("/api/v1/me").statusCode()).isEqualTo(401);
    }

    @Test
    void without_sign_in_only_health_metrics_and_public_keys_are_open() throws Exception {
        Browser stranger = new Browser(port);

        assertThat(stranger.get("/actuator/health").statusCode()).isEqualTo(200);
        assertThat(stranger.get("/actuator/prometheus").statusCode()).isEqualTo(200);
        assertThat(stranger.get("/.well-known/jwks.json").body())
                .contains("\"kid\"")
                .doesNotContain("\"d\"");
        for (String path :
                List.of("/api/v1/me", "/api/v1/jobs", "/api/v1/runs/stream", "/api/v1/nothing", "/actuator")) {
            assertThat(stranger.get(path).statusCode()).as(path).isEqualTo(401);
        }
        assertThat(scheduler.calls()).isEmpty();
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String detail) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"detail\":\"" + detail + "\"");
    }
}
