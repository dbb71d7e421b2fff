package dev.longshore.history.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.events.ExportCompleted;
import dev.longshore.history.testing.Endpoint;
import dev.longshore.history.testing.Endpoint.Received;
import dev.longshore.history.testing.HistoryApi;
import dev.longshore.history.testing.HistoryInstance;
import dev.longshore.history.testing.OutcomeMessages;
import dev.longshore.history.testing.RunningHistory;
import dev.longshore.platform.messaging.AvroCodec;
import dev.longshore.platform.time.Ids;
import dev.longshore.testing.Eventually;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two instances with real clocks and threads share the topic and the queue. */
class RacingInstancesIT {
    private static final int EVENTS = 60;

    @RegisterExtension
    static final RunningHistory history = RunningHistory.changed(RacingInstancesIT::open);

    @Test
    void two_instances_deliver_each_outcome_to_each_webhook_once() {
        HistoryInstance first = history.instance();
        try (Endpoint one = Endpoint.start();
                Endpoint two = Endpoint.start();
                HistoryInstance second = open(HistoryInstance.on(history.postgres(), history.kafka()))
                        .start()) {
            HistoryApi admin = first.api("ADMIN");
            for (Endpoint endpoint : List.of(one, two)) {
                for (int i = 0; i < 4; i++) {
                    String body = "{\"url\": \"%s\"}".formatted(endpoint.url());
                    assertThat(admin.post("/api/v1/webhooks", body).statusCode())
                            .isEqualTo(201);
                }
            }
            List<String> ids = send(new OutcomeMessages(history.kafka(), history.bean(AvroCodec.class)));

            Eventually.that("nothing waits any more", () -> {
                assertThat(one.received()).hasSizeGreaterThanOrEqualTo(EVENTS * 4);
                assertThat(two.received()).hasSizeGreaterThanOrEqualTo(EVENTS * 4);
            });
            for (Endpoint endpoint : List.of(one, two)) {
                assertThat(endpoint.received().stream().map(Received::id))
                        .as("four webhooks, each event once")
                        .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 4)
                                .boxed()
                                .flatMap(i -> ids.stream())
                                .toList());
            }
            double here = delivered(first);
            double there = delivered(second);
            assertThat(here + there).isEqualTo(EVENTS * 8.0);
            assertThat(here).as("both took part").isPositive();
            assertThat(there).as("both took part").isPositive();
        }
    }

    private static List<String> send(OutcomeMessages outcomes) {
        List<String> ids = new ArrayList<>();
        for (int i = 1; i <= EVENTS; i++) {
            UUID jobId = Ids.nameBased("racing", String.valueOf(i % 7));
            ExportCompleted event = OutcomeMessages.completed(jobId, i, Instant.parse("2026-11-26T10:00:00Z"));
            outcomes.send(event);
            ids.add(event.getEventId());
        }
        return ids;
    }

    private static double delivered(HistoryInstance instance) {
        return instance.context()
                .getBean(MeterRegistry.class)
                .counter("longshore.webhook.attempts", "result", "delivered")
                .count();
    }

    private static HistoryInstance.Builder open(HistoryInstance.Builder delivered) {
        return delivered
                .with("longshore.history.webhooks.allow-http", true)
                .with("longshore.history.webhooks.allowed-networks", "127.0.0.1/32");
    }
}
