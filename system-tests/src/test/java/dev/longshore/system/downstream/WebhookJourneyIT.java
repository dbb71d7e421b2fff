package dev.longshore.system.downstream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.longshore.events.ExportCompleted;
import dev.longshore.system.Export;
import dev.longshore.system.Installation;
import dev.longshore.system.Program;
import dev.longshore.system.ServiceContext;
import dev.longshore.testing.Eventually;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From a run to an endpoint, judged by the reference library of Standard Webhooks. */
class WebhookJourneyIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final JsonMapper JSON = JsonMapper.shared();

    @RegisterExtension
    static final Installation longshore = Installation.withInteractions(500, Map.of());

    private static final List<Delivery> received = new CopyOnWriteArrayList<>();
    private static ServiceContext worker;
    private static HttpServer endpoint;

    @TempDir
    private Path scratch;

    private record Delivery(Map<String, String> headers, String body) {}

    @BeforeAll
    static void start() throws IOException {
        worker = longshore.startWorker(Map.of());
        endpoint = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        endpoint.createContext("/", WebhookJourneyIT::take);
        endpoint.start();
    }

    @AfterAll
    static void stop() {
        endpoint.stop(0);
        worker.close();
    }

    private static void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, String> headers = new TreeMap<>();
            for (String name : List.of("webhook-id", "webhook-timestamp", "webhook-signature")) {
                headers.put(name, String.valueOf(exchange.getRequestHeaders().getFirst(name)));
            }
            received.add(
                    new Delivery(headers, new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
            exchange.sendResponseHeaders(200, -1);
        }
    }

    @Test
    void an_outcome_arrives_signed_and_a_replay_brings_it_again_with_the_same_identity() throws Exception {
        String url = "http://127.0.0.1:%d/hook".formatted(endpoint.getAddress().getPort());
        JsonNode webhook = longshore.api().createWebhook("{\"url\": \"%s\"}".formatted(url));
        String secret = webhook.get("secret").asString();
        String jobId = longshore.api().createJob("""
                {"title": "For a webhook 📦", "source": "CONTACT_HISTORY", "type": "INTERACTION",
                 "schedule": {"kind": "ONCE", "startAt": null}, "dateRange": {"kind": "ALL"},
                 "output": {"format": "JSON_LINES", "compression": "NONE"}}
                """).get("id").asString();
        String runId = longshore.api().awaitOnlyRunOf(jobId, LIMIT).get("id").asString();
        Export export = Export.of(longshore, runId);
        ExportCompleted event = Export.outcomes(longshore, runId).get(0);

        Eventually.that("the outcome is delivered", () -> assertThat(received).hasSize(1));
        Delivery delivery = received.get(0);
        assertThat(verify(secret, delivery).requireSuccess().strip()).isEqualTo(event.getEventId());
        JsonNode body = JSON.readTree(delivery.body());
        assertThat(body.at("/data/run/id").asString()).isEqualTo(runId);
        assertThat(body.at("/data/job/title").asString()).isEqualTo("For a webhook 📦");
        assertThat(body.at("/data/totals/rows").asLong()).isEqualTo(500);
        assertThat(longshore
                        .artifacts()
                        .resolve(body.at("/data/manifest/location").asString()))
                .isEqualTo(export.folder().resolve("manifest.json"));

        Delivery tampered = new Delivery(delivery.headers(), delivery.body().replace("\"rows\":500", "\"rows\":501"));
        assertThat(verify(secret, tampered).errors()).contains("No matching signature found");
        String other = longshore
                .api()
                .createWebhook("{\"url\": \"%s\", \"jobId\": \"%s\"}".formatted(url, runId))
                .get("secret")
                .asString();
        assertThat(verify(other, delivery).errors()).contains("No matching signature found");

        longshore
                .api()
                .replay("{\"from\": \"2020-01-01T00:00:00Z\", \"to\": \"2100-01-01T00:00:00Z\", \"webhookId\": \"%s\"}"
                        .formatted(webhook.get("id").asString()));
        Eventually.that("it is delivered again", () -> assertThat(received).hasSize(2));
        assertThat(verify(secret, received.get(1)).requireSuccess().strip()).isEqualTo(event.getEventId());
        assertThat(received.get(1).body()).isEqualTo(delivery.body());
    }

    private Program.Ending verify(String secret, Delivery delivery) throws IOException {
        Path file = scratch.resolve("delivery.json");
        Files.writeString(file, JSON.writeValueAsString(delivery));
        return Program.tryNode("verify-webhook.mjs", secret, file.toString());
    }
}
