package dev.longshore.console.signin;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.longshore.console.testing.ApiDocument;
import dev.longshore.console.testing.Browser;
import dev.longshore.console.testing.FakeService;
import dev.longshore.console.testing.LocalModeTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Users, sessions, tokens and guessing, as they are seen from outside. */
class LocalModeIT extends LocalModeTest {
    private static final String ONE_HOUR_AND_A_SECOND = "PT1H1S";

    // ---- first sign-in and passwords

    /** P84. */
    @Test
    void the_generated_password_opens_nothing_but_its_own_change_in_a_browser() throws Exception {
        signedIn();
        inDatabase("""
                INSERT INTO console.local_user (name, password_hash, role, password_state, created_at)
                SELECT 'first', password_hash, 'ADMIN', 'GENERATED', created_at
                FROM console.local_user
                WHERE name = 'admin'
                """);
        Browser browser = new Browser(port);
        browser.signIn("first", password());
        Browser other = new Browser(port);
        other.signIn("first", password());

        assertThat(json(browser.get("/api/v1/me"))
                        .path("passwordChangeRequired")
                        .asBoolean())
                .isTrue();
        for (String path : List.of("/api/v1/jobs", "/api/v1/users", "/api/v1/tokens", "/api/v1/openapi.json")) {
            assertProblem(browser.get(path), 403, "password-change-required");
        }
        assertThat(scheduler.calls()).isEmpty();
        // API clients that know no other password go on.
        assertThat(call("/api/v1/jobs", basicCredentials("first", password())).statusCode())
                .isEqualTo(200);

        assertProblem(browser.changePassword("a guess of somebody", PASSWORD), 400, "invalid-request");
        assertProblem(browser.changePassword(password(), "short"), 400, "invalid-request");
        assertProblem(browser.changePassword(password(), password()), 400, "invalid-request");
        assertThat(browser.changePassword(password(), PASSWORD).statusCode()).isEqualTo(204);

        assertThat(browser.get("/api/v1/jobs").statusCode()).isEqualTo(200);
        assertThat(json(browser.get("/api/v1/me"))
                        .path("passwordChangeRequired")
                        .asBoolean())
                .isFalse();
        assertThat(other.get("/api/v1/me").statusCode()).isEqualTo(401);
        assertThat(call("/api/v1/jobs", basicCredentials("first", password())).statusCode())
                .isEqualTo(401);
        assertThat(passwordFile()).doesNotExist();
        assertThat(change("first", "VIEWER", "null", false).statusCode()).isEqualTo(200);
    }

    @Test
    void a_one_time_password_opens_nothing_but_its_own_change_by_any_way() throws Exception {
        String name = user("EXPORTER", "null");
        String token = token(signedIn(name), "EXPORTER", "null");
        Browser before = signedIn(name);

        String oneTime = json(signedIn().post("/api/v1/users/" + name + "/reset-password", ""))
                .path("oneTimePassword")
                .asString();

        assertThat(before.get("/api/v1/me").statusCode()).isEqualTo(401);
        assertThat(new Browser(port).signIn(name, PASSWORD).statusCode()).isEqualTo(401);
        assertProblem(call("/api/v1/jobs", basicCredentials(name, oneTime)), 403, "password-change-required");
        assertProblem(call("/api/v1/jobs", "Bearer " + token), 403, "password-change-required");
        Browser browser = new Browser(port);
        browser.signIn(name, oneTime);
        assertProblem(browser.get("/api/v1/jobs"), 403, "password-change-required");
        assertThat(browser.changePassword(oneTime, "another good password").statusCode())
                .isEqualTo(204);
        assertThat(browser.get("/api/v1/jobs").statusCode()).isEqualTo(200);
        assertThat(call("/api/v1/jobs", "Bearer " + token).statusCode()).isEqualTo(200);
    }

    // ---- administration

    @Test
    void users_are_made_changed_and_listed_by_administrators_only() throws Exception {
        Browser admin = signedIn();
        String viewer = user("VIEWER", "[\"CONTACT_HISTORY\"]");

        HttpResponse<String> read = admin.get("/api/v1/users/" + viewer);
        assertThat(json(read).path("role").asString()).isEqualTo("VIEWER");
        assertThat(json(read).path("sources").get(0).asString()).isEqualTo("CONTACT_HISTORY");
        assertThat(json(read).path("createdBy").asString()).isEqualTo("admin");
        assertThat(read.body()).doesNotContain("bcrypt");
        String tag = read.headers().firstValue("ETag").orElseThrow();
        String body = "{\"role\": \"EXPORTER\", \"sources\": null, \"enabled\": true}";
        assertThat(admin.put("/api/v1/users/" + viewer, body, "").statusCode()).isEqualTo(428);
        assertThat(admin.put("/api/v1/users/" + viewer, body, tag).statusCode()).isEqualTo(200);
        assertThat(admin.put("/api/v1/users/" + viewer, body.replace("EXPORTER", "VIEWER"), tag)
                        .statusCode())
                .isEqualTo(412);
        assertThat(admin.get("/api/v1/users/nobody").statusCode()).isEqualTo(404);
        HttpResponse<String> first = admin.get("/api/v1/users?limit=1");
        assertThat(json(first).path("items").size()).isEqualTo(1);
        assertThat(admin.get("/api/v1/users?q=ADM").body()).contains("\"name\":\"admin\"");
        assertThat(admin.get("/api/v1/users?limit=1&cursor="
                                + json(first).path("nextCursor").asString())
                        .body())
                .doesNotContain("\"name\":\"admin\"");

        assertProblem(admin.post("/api/v1/users", "{\"name\": \"ADMIN\", \"role\": \"VIEWER\"}"), 409, "name-taken");
        HttpResponse<String> bad =
                admin.post("/api/v1/users", "{\"name\": \"-x\", \"role\": \"ROOT\", \"sources\": []}");
        assertThat(bad.statusCode()).isEqualTo(400);
        assertThat(json(bad)
                        .path("errors")
                        .valueStream()
                        .map(error -> error.path("field").asString()))
                .containsExactly("name", "role", "sources");

        for (String caller : List.of(viewer, user("EXPORTER", "null"), user("ADMIN", "[\"CONTACT_HISTORY\"]"))) {
            Browser other = signedIn(caller);
            assertProblem(other.get("/api/v1/users"), 403, "forbidden");
            assertProblem(other.post("/api/v1/users", "{\"name\": \"mine\", \"role\": \"ADMIN\"}"), 403, "forbidden");
            assertProblem(other.put("/api/v1/users/" + caller, body, "*"), 403, "forbidden");
            assertProblem(other.post("/api/v1/users/admin/reset-password", ""), 403, "forbidden");
        }
    }

    @Test
    void the_last_who_may_administer_can_be_neither_demoted_nor_limited_nor_disabled() throws Exception {
        inDatabase("UPDATE console.local_user SET enabled = false WHERE name <> 'admin' AND role = 'ADMIN'");

        assertProblem(change("admin", "EXPORTER", "null", true), 409, "last-administrator");
        assertProblem(change("admin", "ADMIN", "[\"CONTACT_HISTORY\"]", true), 409, "last-administrator");
        assertProblem(change("admin", "ADMIN", "null", false), 409, "last-administrator");
        assertThat(change("admin", "ADMIN", "null", true).statusCode()).isEqualTo(200);

        String second = user("ADMIN", "null");
        Browser other = signedIn(second);
        assertThat(other.put("/api/v1/users/admin", "{\"role\": \"VIEWER\", \"sources\": null, \"enabled\": true}", "*")
                        .statusCode())
                .isEqualTo(200);
        assertProblem(
                other.put(
                        "/api/v1/users/" + second, "{\"role\": \"VIEWER\", \"sources\": null, \"enabled\": true}", "*"),
                409,
                "last-administrator");
        assertThat(other.put("/api/v1/users/admin", "{\"role\": \"ADMIN\", \"sources\": null, \"enabled\": true}", "*")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void what_a_user_may_do_changes_with_the_next_call() throws Exception {
        String name = user("EXPORTER", "null");
        Browser browser = signedIn(name);
        browser.get("/api/v1/jobs");
        assertThat(claims(scheduler).path("roles").get(0).asString()).isEqualTo("EXPORTER");
        assertThat(claims(scheduler).path("sources").get(0).asString()).isEqualTo("*");

        assertThat(change(name, "VIEWER", "[\"IWD\", \"CONTACT_HISTORY\"]", true)
                        .statusCode())
                .isEqualTo(200);

        assertThat(browser.get("/api/v1/jobs").statusCode()).isEqualTo(401);
        assertThat(call("/api/v1/jobs", basicCredentials(name, PASSWORD)).statusCode())
                .isEqualTo(200);
        assertThat(claims(scheduler).path("roles").get(0).asString()).isEqualTo("VIEWER");
        assertThat(claims(scheduler).path("sources").toString()).isEqualTo("[\"CONTACT_HISTORY\",\"IWD\"]");

        Browser again = signedIn(name);
        assertThat(change(name, "VIEWER", "null", false).statusCode()).isEqualTo(200);
        assertThat(again.get("/api/v1/me").statusCode()).isEqualTo(401);
        assertThat(call("/api/v1/me", basicCredentials(name, PASSWORD)).statusCode())
                .isEqualTo(401);
        assertProblem(new Browser(port).signIn(name, PASSWORD), 401, "wrong-credentials");
    }

    // ---- sessions

    @Test
    void a_session_ends_when_unused_and_an_open_page_does_not_keep_it() throws Exception {
        String name = user("VIEWER", "null");
        Browser browser = signedIn(name);
        pass(Duration.ofMinutes(20));
        assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(200);
        pass(Duration.ofMinutes(20));
        assertThat(browser.get("/api/v1/runs/stream").statusCode()).isEqualTo(200);
        pass(Duration.ofMinutes(10));

        assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(401);
    }

    @Test
    void a_session_ends_after_half_a_day_however_much_it_is_used() throws Exception {
        Browser browser = signedIn(user("VIEWER", "null"));
        String end = json(browser.get("/api/v1/me")).path("sessionEndsAt").asString();
        assertThat(end).isEqualTo(clock.instant().plus(Duration.ofHours(12)).toString());
        for (int i = 0; i < 35; i++) {
            pass(Duration.ofMinutes(20));
            assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(200);
        }
        pass(Duration.ofMinutes(20));

        assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(401);
    }

    // ---- guessing

    @Test
    void guessing_a_password_gets_slower_and_slower_and_the_right_one_must_wait_too() throws Exception {
        String name = user("VIEWER", "null");
        inDatabase("DELETE FROM console.sign_in_throttle");
        for (int i = 0; i < 5; i++) {
            assertProblem(new Browser(port).signIn(name, "guess " + i), 401, "wrong-credentials");
        }
        HttpResponse<String> early = new Browser(port).signIn(name, PASSWORD);
        assertProblem(early, 429, "sign-in-throttled");
        assertThat(early.headers().firstValue("Retry-After")).hasValue("1");
        assertProblem(call("/api/v1/me", basicCredentials(name, PASSWORD)), 429, "sign-in-throttled");
        assertThat(signedIn().get("/api/v1/me").statusCode()).as("others").isEqualTo(200);

        pass(Duration.ofSeconds(1));
        assertProblem(new Browser(port).signIn(name, "guess 6"), 401, "wrong-credentials");
        pass(Duration.ofMillis(1_500));
        assertProblem(new Browser(port).signIn(name, PASSWORD), 429, "sign-in-throttled");
        pass(Duration.ofMillis(500));
        assertThat(new Browser(port).signIn(name, PASSWORD).statusCode()).isEqualTo(204);
        assertProblem(new Browser(port).signIn(name, "guess 7"), 401, "wrong-credentials");
        assertThat(new Browser(port).signIn(name, PASSWORD).statusCode()).isEqualTo(204);
    }

    @Test
    void the_answers_do_not_tell_whether_a_user_exists() throws Exception {
        String name = user("VIEWER", "null");
        List<List<Object>> answers = new ArrayList<>();
        String disabled = user("VIEWER", "null");
        change(disabled, "VIEWER", "null", false);
        for (String tried : List.of(name, "nobody at all", disabled)) {
            inDatabase("DELETE FROM console.sign_in_throttle");
            List<Object> seen = new ArrayList<>();
            for (int i = 0; i < 7; i++) {
                HttpResponse<String> answer = new Browser(port).signIn(tried, "guess");
                seen.add(answer.statusCode() + " " + answer.body());
                seen.add(answer.headers().firstValue("Retry-After"));
            }
            answers.add(seen);
        }
        assertThat(answers.get(1)).isEqualTo(answers.get(0));
        assertThat(answers.get(2)).isEqualTo(answers.get(0));
    }

    @Test
    void guessing_one_password_at_many_users_is_slowed_down_by_address() throws Exception {
        for (int i = 0; i < 30; i++) {
            assertThat(call("/api/v1/me", basicCredentials("somebody" + i, "guess"))
                            .statusCode())
                    .isEqualTo(401);
        }

        assertProblem(call("/api/v1/me", basicCredentials("somebody else", "guess")), 429, "sign-in-throttled");
        assertThat(new Browser(port).signIn("admin", password()).statusCode()).isEqualTo(429);
        pass(Duration.parse(ONE_HOUR_AND_A_SECOND));
        assertThat(new Browser(port).signIn("admin", password()).statusCode()).isEqualTo(204);
    }

    @Test
    void many_guesses_at_once_get_no_further_than_one_after_the_other() throws Exception {
        String name = user("VIEWER", "null");
        inDatabase("DELETE FROM console.sign_in_throttle");
        ExecutorService guessers = Executors.newFixedThreadPool(20);
        Callable<Integer> guess =
                () -> call("/api/v1/me", basicCredentials(name, "guess")).statusCode();
        List<Future<Integer>> guesses = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            guesses.add(guessers.submit(guess));
        }
        List<Integer> statuses = new ArrayList<>();
        for (Future<Integer> each : guesses) {
            statuses.add(each.get());
        }
        guessers.shutdown();

        assertThat(statuses.stream().collect(Collectors.groupingBy(status -> status, Collectors.counting())))
                .isEqualTo(Map.of(401, 5L, 429, 15L));
    }

    @Test
    void the_present_password_cannot_be_guessed_in_a_stolen_session() throws Exception {
        Browser browser = signedIn(user("VIEWER", "null"));
        for (int i = 0; i < 5; i++) {
            assertProblem(
                    browser.changePassword("guess number " + i, "new password of a thief"), 400, "invalid-request");
        }

        assertProblem(browser.changePassword(PASSWORD, "new password of a thief"), 429, "sign-in-throttled");
    }

    // ---- tokens

    @Test
    void a_token_is_shown_once_and_only_its_digest_is_kept() throws Exception {
        Browser browser = signedIn(user("EXPORTER", "null"));

        HttpResponse<String> made =
                browser.post("/api/v1/tokens", "{\"name\": \"nightly\", \"role\": \"VIEWER\", \"expiresInDays\": 1}");

        assertThat(made.statusCode()).isEqualTo(201);
        String secret = json(made).path("secret").asString();
        assertThat(secret).matches("lsp_[A-Za-z0-9_-]{43}");
        assertThat(browser.get("/api/v1/tokens").body())
                .contains("\"name\":\"nightly\"")
                .doesNotContain(secret);
        assertThat(inDatabaseText("SELECT string_agg(t::text, ' ') FROM console.access_token t"))
                .contains("nightly")
                .doesNotContain(secret.substring(4));
        assertThat(call("/api/v1/jobs", "Bearer " + secret).statusCode()).isEqualTo(200);
        assertThat(claims(scheduler).path("roles").toString()).isEqualTo("[\"VIEWER\"]");
        assertThat(json(browser.get("/api/v1/tokens"))
                        .path("items")
                        .get(0)
                        .path("lastUsedAt")
                        .asString())
                .isEqualTo(clock.instant().toString());
        pass(Duration.ofDays(1));
        assertThat(call("/api/v1/jobs", "Bearer " + secret).statusCode()).isEqualTo(401);
    }

    @Test
    void a_token_never_does_more_than_its_owner_at_that_moment() throws Exception {
        String name = user("EXPORTER", "[\"A\", \"B\"]");
        Browser browser = signedIn(name);
        String all = token(browser, "EXPORTER", "null");
        String some = token(browser, "EXPORTER", "[\"B\", \"C\"]");

        call("/api/v1/jobs", "Bearer " + all);
        assertThat(claims(scheduler).path("sources").toString()).isEqualTo("[\"A\",\"B\"]");
        call("/api/v1/jobs", "Bearer " + some);
        assertThat(claims(scheduler).path("sources").toString()).isEqualTo("[\"B\"]");

        change(name, "VIEWER", "[\"A\"]", true);
        call("/api/v1/jobs", "Bearer " + all);
        assertThat(claims(scheduler).path("roles").toString()).isEqualTo("[\"VIEWER\"]");
        assertThat(claims(scheduler).path("sources").toString()).isEqualTo("[\"A\"]");
        call("/api/v1/jobs", "Bearer " + some);
        assertThat(claims(scheduler).path("sources").toString()).isEqualTo("[]");

        change(name, "VIEWER", "null", false);
        assertThat(call("/api/v1/jobs", "Bearer " + all).statusCode()).isEqualTo(401);
    }

    @Test
    void a_token_makes_no_tokens_changes_no_password_and_administers_nobody() throws Exception {
        String secret = token(signedIn(user("ADMIN", "null")), "ADMIN", "null");
        String bearer = "Bearer " + secret;

        assertThat(call("/api/v1/jobs", bearer).statusCode()).isEqualTo(200);
        assertThat(json(call("/api/v1/me", bearer)).path("signedInBy").asString())
                .isEqualTo("TOKEN");
        for (String path : List.of("/api/v1/tokens", "/api/v1/users", "/api/v1/users/admin")) {
            assertProblem(call(path, bearer), 403, "not-with-a-token");
        }
        assertThat(post("/api/v1/tokens", bearer, "{\"name\": \"x\", \"role\": \"ADMIN\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(post("/api/v1/me/password", bearer, "{}").statusCode()).isEqualTo(403);
        assertThat(post("/api/v1/users", bearer, "{\"name\": \"x\", \"role\": \"ADMIN\"}")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_token_is_refused_in_an_address_a_form_or_a_cookie() throws Exception {
        String secret = token(signedIn(user("ADMIN", "null")), "ADMIN", "null");
        Browser stranger = new Browser(port);
        for (String name : List.of("access_token", "token", "bearer", "authorization")) {
            assertThat(stranger.get("/api/v1/jobs?" + name + "=" + secret).statusCode())
                    .as(name)
                    .isEqualTo(401);
            stranger.cookies().put(name, secret);
        }
        assertThat(stranger.get("/api/v1/jobs").statusCode()).isEqualTo(401);
        assertThat(stranger.send(stranger.request("/api/v1/jobs")
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString("access_token=" + secret)))
                        .statusCode())
                .isIn(401, 403);
        assertThat(scheduler.calls()).isEmpty();
    }

    @Test
    void tokens_are_revoked_by_their_owner_or_an_administrator_and_by_nobody_else() throws Exception {
        String owner = user("VIEWER", "null");
        Browser browser = signedIn(owner);
        String secret = token(browser, "VIEWER", "null");
        String id = json(browser.get("/api/v1/tokens"))
                .path("items")
                .get(0)
                .path("id")
                .asString();
        Browser other = signedIn(user("EXPORTER", "null"));

        assertThat(other.delete("/api/v1/tokens/" + id).statusCode()).isEqualTo(404);
        assertThat(other.get("/api/v1/tokens?user=" + owner).statusCode()).isEqualTo(403);
        assertThat(other.get("/api/v1/tokens?user=*").statusCode()).isEqualTo(403);
        assertThat(call("/api/v1/jobs", "Bearer " + secret).statusCode()).isEqualTo(200);
        assertThat(signedIn().get("/api/v1/tokens?user=*").body()).contains(id);
        assertThat(signedIn().get("/api/v1/tokens?user=" + owner).body()).contains(id);
        assertThat(signedIn().delete("/api/v1/tokens/" + id).statusCode()).isEqualTo(204);
        assertThat(call("/api/v1/jobs", "Bearer " + secret).statusCode()).isEqualTo(401);
        assertThat(browser.delete("/api/v1/tokens/" + id).statusCode()).isEqualTo(404);
    }

    @Test
    void tokens_are_bounded_in_number_life_and_role() throws Exception {
        Browser browser = signedIn(user("VIEWER", "null"));
        HttpResponse<String> bad =
                browser.post("/api/v1/tokens", "{\"name\": \" \", \"role\": \"VIEWER\", \"expiresInDays\": 366}");
        assertThat(json(bad)
                        .path("errors")
                        .valueStream()
                        .map(error -> error.path("field").asString()))
                .containsExactly("name", "expiresInDays");
        HttpResponse<String> more = browser.post("/api/v1/tokens", "{\"name\": \"x\", \"role\": \"EXPORTER\"}");
        assertThat(more.statusCode()).isEqualTo(400);
        assertThat(more.body()).contains("must be no higher than your own, VIEWER");
        for (int i = 0; i < 20; i++) {
            token(browser, "VIEWER", "null");
        }

        assertProblem(
                browser.post("/api/v1/tokens", "{\"name\": \"x\", \"role\": \"VIEWER\"}"), 409, "too-many-tokens");
    }

    // ---- attacks from other pages and other habits

    @Test
    void a_foreign_page_can_change_nothing_with_somebodys_session() throws Exception {
        Browser browser = signedIn();
        for (String path : List.of("/api/v1/users", "/api/v1/tokens", "/api/v1/me/password", "/sign-out")) {
            HttpResponse<String> answer = browser.send(browser.request(path)
                    .header("Origin", "https://elsewhere.example")
                    .header("Content-Type", "text/plain")
                    .POST(BodyPublishers.ofString("{\"name\": \"thief\", \"role\": \"ADMIN\"}")));
            assertProblem(answer, 403, "csrf-token-missing");
        }
        HttpResponse<String> asked = browser.send(browser.request("/api/v1/me")
                .header("Origin", "https://elsewhere.example")
                .GET());
        assertThat(asked.headers().map().keySet()).noneMatch(name -> name.startsWith("access-control-"));
        assertThat(signedIn().get("/api/v1/users/thief").statusCode()).isEqualTo(404);
        assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(200);
    }

    @Test
    void signing_in_leads_nowhere_that_a_stranger_names() throws Exception {
        for (String target : List.of("https://elsewhere.example", "//elsewhere.example", "/\\elsewhere.example")) {
            Browser browser = new Browser(port);
            browser.get("/sign-in?returnTo=" + target.replace("\\", "%5C"));
            HttpResponse<String> answer = browser.signIn("admin", password());
            assertThat(answer.statusCode()).isEqualTo(204);
            assertThat(answer.headers().firstValue("Location")).isEmpty();
        }
    }

    @Test
    void who_calls_is_told_by_the_connection_and_not_by_a_header() throws Exception {
        Browser client = new Browser(port);
        client.send(client.request("/api/v1/jobs")
                .header("Authorization", basicCredentials("admin", passwordOfAdministrator()))
                .header("X-Forwarded-For", "198.51.100.7")
                .header("Forwarded", "for=198.51.100.7")
                .GET());

        assertThat(claims(scheduler).path("client_address").asString()).isEqualTo("127.0.0.1");
    }

    @Test
    void a_path_that_climbs_reaches_no_service_and_no_file() throws Exception {
        Browser browser = signedIn();
        scheduler.behaves(exchange -> FakeService.answer(exchange, 200, "{}"));
        for (String path : List.of(
                "/api/v1/artifacts/..%2F..%2Factuator/env",
                "/api/v1/jobs/..%2f..%2factuator",
                "/api/v1/jobs/%2e%2e/%2e%2e/actuator",
                "/api/v1/artifacts/%252e%252e%252fetc%252fpasswd/content%00",
                "/assets/..%2f..%2fweb-console.yml",
                "/..;/api/v1/users")) {
            HttpResponse<String> answer = browser.get(path);
            assertThat(answer.statusCode()).as(path).isBetween(400, 404);
            assertThat(answer.body()).as(path).doesNotContain("longshore:").doesNotContain("root:");
        }
        assertThat(scheduler.calls()).isEmpty();
    }

    @Test
    void answers_of_the_interface_are_not_kept_and_tracing_is_not_offered() throws Exception {
        Browser browser = signedIn();
        assertThat(browser.get("/api/v1/me").headers().firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("no-store"));
        HttpResponse<String> traced =
                browser.send(browser.request("/api/v1/me").method("TRACE", BodyPublishers.noBody()));
        assertThat(traced.statusCode()).isBetween(400, 405);
        assertThat(traced.body()).doesNotContain("LONGSHORE_SESSION");
    }

    @Test
    void a_refused_call_leaves_a_line_in_the_log_with_who_tried_what() throws Exception {
        String name = user("VIEWER", "null");
        List<String> log = logOf(
                RefusalResolver.class, () -> assertProblem(signedIn(name).get("/api/v1/users/anna"), 403, "forbidden"));

        assertThat(log)
                .containsExactly("Refused, the rights do not suffice: user=" + name
                        + " address=127.0.0.1 call=GET /api/v1/users/anna");
    }

    // ---- the audit log

    @Test
    void who_came_in_who_did_not_and_what_was_done_to_users_and_tokens_is_recorded() throws Exception {
        String name = user("VIEWER", "[\"A\"]");
        assertThat(trail.taken())
                .contains(
                        "admin from 127.0.0.1: SIGNED_IN USER admin",
                        "admin: USER_CREATED USER " + name + " role null -> VIEWER sources null -> [A]"
                                + " enabled null -> true",
                        name + " from 127.0.0.1: SIGNED_IN USER " + name,
                        name + ": PASSWORD_CHANGED USER " + name);

        Browser browser = signedIn(name);
        new Browser(port).signIn(name, "guess");
        new Browser(port).signIn("my secret password typed as a name", "guess");
        String secret = token(browser, "VIEWER", "null");
        String id = json(browser.get("/api/v1/tokens"))
                .path("items")
                .get(0)
                .path("id")
                .asString();
        browser.delete("/api/v1/tokens/" + id);
        browser.post("/sign-out", "");
        change(name, "EXPORTER", "null", false);
        signedIn().post("/api/v1/users/" + name + "/reset-password", "");

        List<String> records = trail.taken();
        assertThat(records)
                .contains(
                        name + " from 127.0.0.1: SIGN_IN_REFUSED USER " + name + " way null -> SESSION",
                        "unknown from 127.0.0.1: SIGN_IN_REFUSED USER unknown way null -> SESSION",
                        name + ": TOKEN_REVOKED TOKEN " + id + " user null -> " + name,
                        name + " from 127.0.0.1: SIGNED_OUT USER " + name,
                        "admin: USER_CHANGED USER " + name
                                + " role VIEWER -> EXPORTER sources [A] -> [*] enabled true -> false",
                        "admin: USER_PASSWORD_RESET USER " + name);
        assertThat(records).anyMatch(record -> record.startsWith(name + ": TOKEN_CREATED TOKEN " + id));
        assertThat(String.join(" ", records))
                .doesNotContain(secret.substring(4))
                .doesNotContain("typed as a name")
                .doesNotContain("guess")
                .doesNotContain("bcrypt");
    }

    // ---- the interface as a whole

    @Test
    void the_interface_is_as_documented() throws Exception {
        ApiDocument.assertCommitted(json(new Browser(port).get("/v3/api-docs")));

        scheduler.behaves(exchange -> FakeService.answer(exchange, 200, "{\"paths\":{\"/api/v1/jobs\":{}}}"));
        JsonNode joined = json(signedIn().get("/api/v1/openapi.json"));
        assertThat(joined.path("paths").propertyNames()).contains("/api/v1/jobs", "/api/v1/me", "/api/v1/users/{name}");
        assertThat(joined.at("/components/schemas").propertyNames()).contains("MeView", "NewTokenView");
    }

    // ---- the small things

    @Test
    void preferences_are_kept_and_checked() throws Exception {
        Browser browser = signedIn(user("VIEWER", "null"));
        assertThat(browser.get("/api/v1/me/preferences").body())
                .isEqualTo("{\"timeZone\":null,\"colourScheme\":null,\"language\":null}");

        String preferred = "{\"timeZone\":\"Europe/Rome\",\"colourScheme\":\"DARK\",\"language\":\"de\"}";
        assertThat(browser.put("/api/v1/me/preferences", preferred, "*").statusCode())
                .isEqualTo(200);
        assertThat(browser.get("/api/v1/me/preferences").body()).isEqualTo(preferred);
        HttpResponse<String> bad = browser.put(
                "/api/v1/me/preferences",
                "{\"timeZone\":\"Rome\",\"colourScheme\":\"PINK\",\"language\":\"tlh\"}",
                "*");
        assertThat(json(bad).path("errors").size()).isEqualTo(3);
        assertThat(new Browser(port).get("/api/v1/sign-in").body()).isEqualTo("{\"mode\":\"LOCAL\",\"location\":null}");
    }

    private String passwordOfAdministrator() throws Exception {
        signedIn();
        return password();
    }

    /** The secret of a new token. */
    private String token(Browser browser, String role, String sources) throws Exception {
        HttpResponse<String> made = browser.post("/api/v1/tokens", """
                {"name": "of a test", "role": "%s", "sources": %s}
                """.formatted(role, sources));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return json(made).path("secret").asString();
    }

    private static List<String> logOf(Class<?> type, Attempt work) throws Exception {
        Logger logger = (Logger) LoggerFactory.getLogger(type);
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        logger.addAppender(lines);
        try {
            work.run();
        } finally {
            logger.detachAppender(lines);
        }
        return lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    @FunctionalInterface
    private interface Attempt {
        void run() throws Exception;
    }
}
