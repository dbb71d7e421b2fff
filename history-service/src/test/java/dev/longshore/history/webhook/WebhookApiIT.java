package dev.longshore.history.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.history.testing.HistoryApi;
import dev.longshore.history.testing.RunningHistory;
import dev.longshore.platform.time.Ids;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

/** Webhooks by REST, with the settings of a fresh installation. */
@ExtendWith(OutputCaptureExtension.class)
class WebhookApiIT {
    private static final String HOOKS = "/api/v1/webhooks";
    private static final String HOOK = "{\"url\": \"https://example.org/hook\", \"description\": \"nightly load\"}";

    @RegisterExtension
    static final RunningHistory history = RunningHistory.asDelivered();

    private int port;
    private HistoryApi admin;

    @BeforeEach
    void caller() {
        port = history.instance().port();
        admin = history.api("ADMIN");
    }

    @Test
    void a_secret_is_shown_once_and_never_logged(CapturedOutput output) {
        LoggingSystem logs = LoggingSystem.get(WebhookApiIT.class.getClassLoader());
        logs.setLogLevel("dev.longshore", LogLevel.DEBUG);
        HttpResponse<String> created = admin.post(HOOKS, HOOK);
        assertThat(created.statusCode()).isEqualTo(201);
        JsonNode webhook = admin.read(created.body());
        String path = HOOKS + "/" + webhook.at("/id").asString();
        assertThat(created.headers().firstValue("Location")).hasValue(path);
        assertThat(created.headers().firstValue("ETag")).hasValue("\"1\"");
        String secret = webhook.at("/secret").asString();
        assertThat(secret).startsWith("whsec_");
        assertThat(webhook.at("/createdBy").asString()).isEqualTo("ada");
        assertThat(webhook.at("/jobId").isNull()).isTrue();
        assertThat(webhook.at("/enabled").asBoolean()).isTrue();

        String newSecret = admin.read(admin.post(path + "/secret", "").body())
                .at("/secret")
                .asString();
        assertThat(newSecret).startsWith("whsec_").isNotEqualTo(secret);
        assertThat(admin.get(path).body()).doesNotContain("whsec_").doesNotContain("secret");
        assertThat(admin.get(HOOKS).body()).doesNotContain("whsec_").doesNotContain("secret");
        assertThat(output.getAll())
                .as("what was logged")
                .contains("Webhook created: webhook=" + webhook.at("/id").asString())
                .doesNotContain(secret.substring(6))
                .doesNotContain(newSecret.substring(6));
        logs.setLogLevel("dev.longshore", null);
    }

    @Test
    void a_change_needs_the_version_that_was_edited() {
        JsonNode webhook = admin.read(admin.post(HOOKS, HOOK).body());
        String path = HOOKS + "/" + webhook.at("/id").asString();
        String disabled = "{\"url\": \"https://example.org/other\", \"enabled\": false}";
        assertThat(admin.put(path, disabled).statusCode()).isEqualTo(428);
        assertThat(admin.put(path, disabled, "If-Match", "\"7\"").statusCode()).isEqualTo(412);
        HttpResponse<String> changed = admin.put(path, disabled, "If-Match", "\"1\"");
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.headers().firstValue("ETag")).hasValue("\"2\"");
        JsonNode now = admin.getJson(path);
        assertThat(now.at("/url").asString()).isEqualTo("https://example.org/other");
        assertThat(now.at("/description").isNull()).isTrue();
        assertThat(now.at("/disabledBecause").asString()).isEqualTo("Disabled by ada");
        assertThat(admin.put(path, HOOK, "If-Match", "\"1\"").statusCode()).isEqualTo(412);
        assertThat(admin.put(path, HOOK, "If-Match", "\"2\"").statusCode()).isEqualTo(200);
        assertThat(admin.getJson(path).at("/disabledBecause").isNull()).isTrue();
        assertThat(admin.delete(path).statusCode()).isEqualTo(204);
        assertThat(admin.get(path).statusCode()).isEqualTo(404);
        assertThat(admin.delete(path).statusCode()).isEqualTo(404);
        assertThat(admin.get(path + "/deliveries").statusCode()).isEqualTo(404);
    }

    @Test
    void a_webhook_is_told_of_outcomes_unless_it_says_otherwise() {
        JsonNode webhook = admin.read(admin.post(HOOKS, HOOK).body());
        String path = HOOKS + "/" + webhook.at("/id").asString();
        assertThat(webhook.at("/eventTypes").valueStream().map(JsonNode::asString))
                .containsExactly("EXPORT_COMPLETED");
        String both = "{\"url\": \"https://example.org/hook\","
                + " \"eventTypes\": [\"EXPORT_EXPIRING\", \"EXPORT_COMPLETED\", \"EXPORT_EXPIRING\"]}";
        assertThat(admin.put(path, both, "If-Match", "\"1\"").statusCode()).isEqualTo(200);
        assertThat(admin.put(path, HOOK, "If-Match", "\"2\"").statusCode()).isEqualTo(200);
        assertThat(admin.getJson(path).at("/eventTypes").valueStream().map(JsonNode::asString))
                .as("a change that does not name them leaves them as they are")
                .containsExactly("EXPORT_COMPLETED", "EXPORT_EXPIRING");
        for (String bad : List.of("[]", "[\"EXPORT_BEGUN\"]", "[null]", "\"EXPORT_EXPIRING and more\"")) {
            HttpResponse<String> refused =
                    admin.post(HOOKS, "{\"url\": \"https://example.org/\", \"eventTypes\": %s}".formatted(bad));
            assertThat(refused.statusCode()).as(bad).isEqualTo(400);
            assertThat(admin.read(refused.body()).at("/errors/0/field").asString())
                    .as(bad)
                    .startsWith("eventTypes");
        }
    }

    @Test
    void a_repeated_request_makes_one_webhook() {
        HttpResponse<String> first = admin.post(HOOKS, HOOK, "Idempotency-Key", "k1");
        HttpResponse<String> second = admin.post(HOOKS, HOOK, "Idempotency-Key", "k1");
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(admin.read(second.body()).at("/id"))
                .isEqualTo(admin.read(first.body()).at("/id"));
        assertThat(second.body()).as("the secret is shown once").doesNotContain("whsec_");
        assertThat(admin.post(HOOKS, "{\"url\": \"https://example.org/\"}", "Idempotency-Key", "k1")
                        .statusCode())
                .isEqualTo(409);
        assertThat(admin.post(HOOKS, HOOK, "Idempotency-Key", "x".repeat(201)).statusCode())
                .isEqualTo(400);
    }

    @Test
    void bad_input_is_refused_with_field_value_and_remedy() {
        HttpResponse<String> refused = admin.post(
                HOOKS, "{\"url\": \"http://example.org/\", \"description\": \"%s\"}".formatted("x".repeat(1_001)));
        assertThat(refused.statusCode()).isEqualTo(400);
        JsonNode errors = admin.read(refused.body()).at("/errors");
        assertThat(errors.size()).isEqualTo(2);
        assertThat(errors.get(0).at("/field").asString()).isEqualTo("url");
        assertThat(errors.get(0).at("/rejected").asString()).isEqualTo("http://example.org/");
        assertThat(errors.get(0).at("/message").asString())
                .isEqualTo("must begin with https://; an operator can allow http");
        for (String body : List.of(
                "{}",
                "{\"url\": \"https://127.0.0.1/\"}",
                "{\"url\": \"https://[::1]/\"}",
                "{\"url\": \"https://2130706433/\"}",
                "{\"url\": \"https://example.org/\", \"jobId\": \"seven\"}",
                "{\"url\": \"https://example.org/\", \"secret\": \"whsec_mine\"}")) {
            assertThat(admin.post(HOOKS, body).statusCode()).as(body).isEqualTo(400);
        }
        assertThat(admin.get(HOOKS + "?limit=0").statusCode()).isEqualTo(400);
        String webhook = admin.read(admin.post(HOOKS, HOOK).body()).at("/id").asString();
        assertThat(admin.get(HOOKS + "/" + webhook + "/deliveries?state=LOST").statusCode())
                .isEqualTo(400);
        assertThat(admin.get(HOOKS + "/" + webhook + "/deliveries?cursor=x").statusCode())
                .isEqualTo(400);
        assertThat(admin.post(HOOKS + "/" + webhook + "/deliveries/" + Ids.nameBased("none") + "/redeliver", "")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_list_is_read_page_by_page() {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            made.add(admin.read(admin.post(HOOKS, HOOK).body()).at("/id").asString());
        }
        List<String> read = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = admin.getJson(HOOKS + "?limit=2" + cursor);
            page.at("/items").forEach(item -> read.add(item.at("/id").asString()));
            cursor = page.at("/nextCursor").isNull()
                    ? ""
                    : "&cursor=" + page.at("/nextCursor").asString();
        } while (!cursor.isEmpty());
        assertThat(read).doesNotHaveDuplicates().containsSubsequence(made);
    }

    @Test
    void only_administrators_may() {
        for (String role : List.of("VIEWER", "EXPORTER")) {
            HistoryApi other = history.api(role);
            assertThat(other.get(HOOKS).statusCode()).isEqualTo(403);
            assertThat(other.post(HOOKS, HOOK).statusCode()).isEqualTo(403);
            assertThat(other.get(HOOKS + "/" + Ids.nameBased("any") + "/deliveries")
                            .statusCode())
                    .isEqualTo(403);
            assertThat(other.post("/api/v1/replays", "{}").statusCode()).isEqualTo(403);
        }
        assertThat(HistoryApi.statusWithoutToken(port, HOOKS)).isEqualTo(401);
    }
}
