package dev.longshore.history.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.history.testing.HistoryApi;
import dev.longshore.testing.Eventually;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Webhooks and their deliveries, by REST as an administrator. */
record Hooks(HistoryApi admin) {
    static final String HOOKS = "/api/v1/webhooks";

    JsonNode create(String url, @Nullable UUID ofJob, String... eventTypes) {
        var response = admin.post(
                HOOKS,
                "{\"url\": \"%s\", \"jobId\": %s, \"eventTypes\": %s}"
                        .formatted(
                                url,
                                ofJob == null ? null : "\"" + ofJob + "\"",
                                eventTypes.length == 0 ? null : "[\"" + String.join("\", \"", eventTypes) + "\"]"));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        return admin.read(response.body());
    }

    void awaitQueued(JsonNode webhook, int count) {
        Eventually.that(
                "deliveries are queued", () -> assertThat(states(webhook)).hasSize(count));
    }

    List<String> states(JsonNode webhook) {
        List<String> states = new ArrayList<>();
        deliveries(webhook).forEach(delivery -> states.add(delivery.at("/state").asString()));
        return states;
    }

    List<String> eventTypes(JsonNode webhook) {
        return deliveries(webhook).findValuesAsString("eventType");
    }

    JsonNode deliveries(JsonNode webhook) {
        return admin.getJson(HOOKS + "/" + webhook.at("/id").asString() + "/deliveries")
                .at("/items");
    }

    JsonNode firstDelivery(JsonNode webhook) {
        return deliveries(webhook).get(0);
    }

    JsonNode onlyDelivery(JsonNode webhook) {
        assertThat(deliveries(webhook).size()).isEqualTo(1);
        return firstDelivery(webhook);
    }

    static String pathOf(JsonNode webhook, JsonNode delivery) {
        return "%s/%s/deliveries/%s"
                .formatted(
                        HOOKS, webhook.at("/id").asString(), delivery.at("/id").asString());
    }
}
