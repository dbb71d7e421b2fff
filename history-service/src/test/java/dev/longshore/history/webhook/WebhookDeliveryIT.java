package dev.longshore.history.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.longshore.events.ExportCompleted;
import dev.longshore.events.ExportExpiring;
import dev.longshore.history.testing.Endpoint;
import dev.longshore.history.testing.Endpoint.Received;
import dev.longshore.history.testing.HistoryApi;
import dev.longshore.history.testing.OutcomeMessages;
import dev.longshore.history.testing.RunningHistory;
import dev.longshore.platform.fault.FaultPoints;
import dev.longshore.platform.messaging.AvroCodec;
import dev.longshore.platform.time.Ids;
import dev.longshore.testing.Eventually;
import dev.longshore.testing.MutableClock;
import dev.longshore.testing.ScriptedFaults;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** From the topic to an endpoint, with a clock that the test drives; the test is the courier. */
class WebhookDeliveryIT {
    private static final Instant START = Instant.parse("2026-11-26T10:00:00Z");

    static final MutableClock clock = MutableClock.at(START);
    static final ScriptedFaults faults = new ScriptedFaults();

    @RegisterExtension
    static final RunningHistory history = RunningHistory.changed(delivered -> delivered
            .with(InstantSource.class, clock)
            .with(FaultPoints.class, faults)
            .with(RetrySchedule.class, new RetrySchedule(new Random(4711)))
            .with("longshore.history.webhooks.senders", 0)
            .with("longshore.history.webhooks.timeout", "800ms")
            .with("longshore.history.webhooks.lease", "1s")
            .with("longshore.history.webhooks.allow-http", true)
            .with("longshore.history.webhooks.allowed-networks", "127.0.0.1/32"));

    private final WebhookCourier courier = history.bean(WebhookCourier.class);

    private final DeliveryLedger ledger = history.bean(DeliveryLedger.class);

    private final Jdbi jdbi = history.bean(Jdbi.class);

    private final AvroCodec codec = history.bean(AvroCodec.class);

    private final Endpoint endpoint = Endpoint.start();
    private HistoryApi admin;
    private Hooks hooks;
    private OutcomeMessages outcomes;
    private UUID jobId;

    @BeforeEach
    void admin() {
        admin = history.api("ADMIN");
        hooks = new Hooks(admin);
        outcomes = new OutcomeMessages(history.kafka(), codec);
        jobId = Ids.timeOrdered(clock.instant());
        clock.set(START);
    }

    @AfterEach
    void nothing_is_left_for_the_next_test() {
        faults.heal();
        endpoint.close();
        for (JsonNode webhook : admin.getJson(Hooks.HOOKS).at("/items")) {
            admin.delete(Hooks.HOOKS + "/" + webhook.at("/id").asString());
        }
    }

    @Test
    void an_outcome_is_sent_once_signed_and_thin() {
        JsonNode webhook = hooks.create(endpoint.url(), jobId);
        ExportCompleted event = OutcomeMessages.completed(jobId, 1, START);
        ExportCompleted ofOtherJob = OutcomeMessages.completed(Ids.nameBased("other"), 1, START);
        outcomes.send(event, ofOtherJob, event);
        hooks.awaitQueued(webhook, 1);
        assertThat(courier.deliverNext()).isTrue();
        assertThat(courier.deliverNext()).as("nothing is left").isFalse();

        assertThat(endpoint.received()).hasSize(1);
        Received received = endpoint.received().get(0);
        assertThat(received.id()).isEqualTo(event.getEventId());
        assertThat(received.timestamp()).isEqualTo(String.valueOf(START.getEpochSecond()));
        assertThat(received.signature())
                .isEqualTo(new WebhookSecret(webhook.at("/secret").asString())
                        .sign(event.getEventId(), START.getEpochSecond(), received.body()));
        JsonNode body = admin.read(received.body());
        assertThat(body.propertyNames()).containsExactly("id", "type", "timestamp", "data");
        assertThat(body.at("/id").asString()).isEqualTo(event.getEventId());
        assertThat(body.at("/type").asString()).isEqualTo("dev.longshore.export.completed");
        assertThat(body.at("/timestamp").asString()).isEqualTo("2026-11-26T10:00:00Z");
        assertThat(body.at("/data/outcome").asString()).isEqualTo("COMPLETED");
        assertThat(body.at("/data/sequence").asLong()).isEqualTo(1);
        assertThat(body.at("/data/job/title").asString()).isEqualTo("Größe 📦");
        assertThat(body.at("/data/window/from").asString()).isEqualTo("2026-11-26T09:00:00Z");
        assertThat(body.at("/data/manifest/sha256").asString()).isEqualTo("cafe");
        assertThat(body.at("/data/totals/rows").asLong()).isEqualTo(10);
        assertThat(body.at("/data/previousRunId").isNull()).isTrue();
        JsonNode delivery = hooks.onlyDelivery(webhook);
        assertThat(delivery.at("/state").asString()).isEqualTo("DELIVERED");
        assertThat(delivery.at("/lastStatus").asInt()).isEqualTo(204);
        assertThat(delivery.at("/lastError").isNull()).isTrue();
        assertThat(delivery.at("/eventId").asString()).isEqualTo(event.getEventId());
    }

    @Test
    void whoever_asks_for_it_is_warned_before_artifacts_expire() {
        JsonNode ofOutcomes = hooks.create(endpoint.url(), jobId);
        JsonNode ofWarnings = hooks.create(endpoint.url(), jobId, "EXPORT_EXPIRING");
        JsonNode ofBoth = hooks.create(endpoint.url(), jobId, "EXPORT_EXPIRING", "EXPORT_COMPLETED");
        ExportExpiring warning = OutcomeMessages.expiring(jobId, 1, START);
        outcomes.send(OutcomeMessages.completed(jobId, 1, START));
        outcomes.send(warning);
        hooks.awaitQueued(ofBoth, 2);
        assertThat(hooks.eventTypes(ofOutcomes)).containsExactly("EXPORT_COMPLETED");
        assertThat(hooks.eventTypes(ofWarnings)).containsExactly("EXPORT_EXPIRING");
        assertThat(hooks.eventTypes(ofBoth)).containsExactlyInAnyOrder("EXPORT_COMPLETED", "EXPORT_EXPIRING");
        while (courier.deliverNext()) {
            // one after the other
        }
        List<Received> warned = endpoint.received().stream()
                .filter(received -> received.id().equals(warning.getEventId()))
                .toList();
        assertThat(warned).hasSize(2);
        JsonNode body = admin.read(warned.get(0).body());
        assertThat(body.propertyNames()).containsExactly("id", "type", "timestamp", "data");
        assertThat(body.at("/type").asString()).isEqualTo("dev.longshore.export.expiring");
        assertThat(body.at("/data/expiresAt").asString()).isEqualTo("2026-11-29T10:00:00Z");
        assertThat(body.at("/data/runId").asString()).isEqualTo(warning.getRunId());
        assertThat(body.at("/data/files").asInt()).isEqualTo(1);
        JsonNode delivery = hooks.onlyDelivery(ofWarnings);
        assertThat(delivery.at("/state").asString()).isEqualTo("DELIVERED");
        assertThat(delivery.at("/outcome").isNull()).isTrue();
    }

    @Test
    void a_message_that_nobody_can_read_blocks_no_outcome() {
        JsonNode webhook = hooks.create(endpoint.url(), jobId);
        outcomes.sendPoison(jobId);
        outcomes.send(OutcomeMessages.completed(jobId, 1, START));
        hooks.awaitQueued(webhook, 1);
    }

    @Test
    void a_failing_endpoint_is_tried_ten_times_over_75_hours_and_then_given_up() {
        JsonNode webhook = hooks.create(endpoint.url(), null);
        endpoint.answer(500);
        outcomes.send(OutcomeMessages.completed(jobId, 1, START));
        hooks.awaitQueued(webhook, 1);
        List<Instant> attempts = new ArrayList<>();
        while (hooks.onlyDelivery(webhook).at("/state").asString().equals("PENDING")) {
            Instant due = Instant.parse(
                    hooks.onlyDelivery(webhook).at("/nextAttemptAt").asString());
            clock.set(due.minusMillis(1));
            if (!attempts.isEmpty()) {
                assertThat(courier.deliverNext())
                        .as("too early by a millisecond")
                        .isFalse();
            }
            clock.set(due);
            attempts.add(due);
            assertThat(courier.deliverNext()).isTrue();
        }
        List<Duration> nominal = List.of(
                Duration.ofSeconds(5),
                Duration.ofMinutes(5),
                Duration.ofMinutes(30),
                Duration.ofHours(2),
                Duration.ofHours(5),
                Duration.ofHours(10),
                Duration.ofHours(14),
                Duration.ofHours(20),
                Duration.ofHours(24));
        assertThat(attempts).hasSize(10);
        for (int i = 0; i < nominal.size(); i++) {
            double factor = (double) Duration.between(attempts.get(i), attempts.get(i + 1))
                            .toMillis()
                    / nominal.get(i).toMillis();
            assertThat(factor).as("pause %d", i + 1).isBetween(0.9, 1.1);
        }
        assertThat(endpoint.received()).hasSize(10);
        assertThat(endpoint.received().stream().map(Received::id).distinct()).hasSize(1);
        assertThat(endpoint.received().stream().map(Received::timestamp).distinct())
                .as("each attempt is signed with its own time")
                .hasSize(10);
        JsonNode delivery = hooks.onlyDelivery(webhook);
        assertThat(delivery.at("/state").asString()).isEqualTo("FAILED");
        assertThat(delivery.at("/lastError").asString()).isEqualTo("The endpoint answered 500");
        JsonNode log = admin.getJson(Hooks.pathOf(webhook, delivery)).at("/log");
        assertThat(log.size()).isEqualTo(10);
        assertThat(log.get(9).at("/status").asInt()).isEqualTo(500);

        endpoint.answer(200);
        assertThat(admin.post(Hooks.pathOf(webhook, delivery) + "/redeliver", "")
                        .statusCode())
                .isEqualTo(202);
        assertThat(courier.deliverNext()).isTrue();
        assertThat(hooks.onlyDelivery(webhook).at("/state").asString()).isEqualTo("DELIVERED");
        assertThat(endpoint.received().stream().map(Received::id).distinct())
                .as("sent again by hand with the same identity")
                .hasSize(1);
    }

    @Test
    void a_crash_between_sending_and_storing_sends_again_with_the_same_identity() {
        JsonNode webhook = hooks.create(endpoint.url(), null);
        ExportCompleted event = OutcomeMessages.completed(jobId, 1, START);
        outcomes.send(event);
        hooks.awaitQueued(webhook, 1);
        faults.at(WebhookCourier.AFTER_SEND).throwsOnce(() -> new IllegalStateException("the process dies here"));
        assertThat(catchThrowable(courier::deliverNext)).hasMessage("the process dies here");
        assertThat(courier.deliverNext())
                .as("the lease of the dead courier holds")
                .isFalse();
        Eventually.that("the lease ends and another courier delivers", courier::deliverNext);
        assertThat(endpoint.received().stream().map(Received::id))
                .containsExactly(event.getEventId(), event.getEventId());
        assertThat(endpoint.received().get(0).body())
                .isEqualTo(endpoint.received().get(1).body());
        JsonNode delivery = hooks.onlyDelivery(webhook);
        assertThat(delivery.at("/state").asString()).isEqualTo("DELIVERED");
        JsonNode log = admin.getJson(Hooks.pathOf(webhook, delivery)).at("/log");
        assertThat(log.size()).isEqualTo(2);
        assertThat(log.get(0).at("/durationMillis").isNull())
                .as("the attempt whose process died has no end")
                .isTrue();
    }

    @Test
    void a_result_that_comes_after_its_lease_changes_nothing() throws Exception {
        JsonNode webhook = hooks.create(endpoint.url(), null);
        outcomes.send(OutcomeMessages.completed(jobId, 1, START));
        hooks.awaitQueued(webhook, 1);
        endpoint.answer(500);
        ScriptedFaults.Gate gate = faults.at(WebhookCourier.AFTER_SEND).waits();
        CompletableFuture<Boolean> slow = CompletableFuture.supplyAsync(courier::deliverNext);
        gate.awaitArrival();
        endpoint.answer(200);
        Eventually.that("the lease ends and another courier delivers", courier::deliverNext);
        gate.open();
        assertThat(slow.get()).isTrue();
        JsonNode delivery = hooks.onlyDelivery(webhook);
        assertThat(delivery.at("/state").asString()).isEqualTo("DELIVERED");
        assertThat(delivery.at("/lastStatus").asInt()).isEqualTo(200);
    }

    @Test
    void gone_disables_the_webhook_and_empties_its_queue() {
        JsonNode webhook = hooks.create(endpoint.url(), null);
        outcomes.send(
                OutcomeMessages.completed(jobId, 1, START),
                OutcomeMessages.completed(jobId, 2, START),
                OutcomeMessages.completed(jobId, 3, START));
        hooks.awaitQueued(webhook, 3);
        endpoint.answer(410);
        assertThat(courier.deliverNext()).isTrue();
        assertThat(courier.deliverNext()).isFalse();
        assertThat(endpoint.received()).hasSize(1);
        String path = Hooks.HOOKS + "/" + webhook.at("/id").asString();
        assertThat(admin.getJson(path).at("/enabled").asBoolean()).isFalse();
        assertThat(admin.getJson(path).at("/disabledBecause").asString()).isEqualTo("The endpoint answered 410 Gone");
        assertThat(hooks.states(webhook)).containsExactlyInAnyOrder("FAILED", "CANCELLED", "CANCELLED");
        outcomes.send(OutcomeMessages.completed(jobId, 4, START));
        Eventually.that(
                "the event is kept",
                () -> assertThat(count("SELECT count(*) FROM export_event WHERE job_id = '%s'".formatted(jobId)))
                        .isEqualTo(4));
        assertThat(hooks.states(webhook)).as("a disabled webhook gets no queue").hasSize(3);
        assertThat(admin.post(Hooks.pathOf(webhook, hooks.firstDelivery(webhook)) + "/redeliver", "")
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void a_slow_endpoint_does_not_hold_up_the_others() {
        JsonNode slow = hooks.create(endpoint.url(), jobId);
        outcomes.send(OutcomeMessages.completed(jobId, 1, START), OutcomeMessages.completed(jobId, 2, START));
        hooks.awaitQueued(slow, 2);
        clock.advance(Duration.ofSeconds(1)); // so that the slow one comes first
        UUID otherJob = Ids.timeOrdered(clock.instant());
        JsonNode other = hooks.create(endpoint.url(), otherJob);
        outcomes.send(OutcomeMessages.completed(otherJob, 1, START));
        hooks.awaitQueued(other, 1);
        ScriptedFaults.Gate gate = faults.at(WebhookCourier.AFTER_SEND).waits();
        CompletableFuture<Boolean> held = CompletableFuture.supplyAsync(courier::deliverNext);
        try {
            gate.awaitArrival();
            assertThat(courier.deliverNext()).isTrue();
            assertThat(hooks.states(other)).containsExactly("DELIVERED");
            assertThat(hooks.states(slow)).containsExactly("PENDING", "PENDING");
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        } finally {
            gate.open();
        }
        assertThat(held.join()).isTrue();
    }

    @Test
    void after_a_change_of_the_secret_both_sign_for_a_day() {
        JsonNode webhook = hooks.create(endpoint.url(), null);
        String path = Hooks.HOOKS + "/" + webhook.at("/id").asString();
        WebhookSecret before = new WebhookSecret(webhook.at("/secret").asString());
        WebhookSecret after =
                new WebhookSecret(admin.read(admin.post(path + "/secret", "").body())
                        .at("/secret")
                        .asString());
        assertThat(after).isNotEqualTo(before);
        outcomes.send(OutcomeMessages.completed(jobId, 1, START));
        hooks.awaitQueued(webhook, 1);
        assertThat(courier.deliverNext()).isTrue();
        Received first = endpoint.received().get(0);
        long then = START.getEpochSecond();
        assertThat(first.signature())
                .isEqualTo(
                        after.sign(first.id(), then, first.body()) + " " + before.sign(first.id(), then, first.body()));
        Instant later = clock.advance(Duration.ofDays(1));
        admin.post(Hooks.pathOf(webhook, hooks.onlyDelivery(webhook)) + "/redeliver", "");
        assertThat(courier.deliverNext()).isTrue();
        assertThat(endpoint.received().get(1).signature())
                .isEqualTo(after.sign(first.id(), later.getEpochSecond(), first.body()));
    }

    @Test
    void the_log_forgets_what_ended_long_ago() {
        JsonNode webhook = hooks.create(endpoint.url(), null);
        outcomes.send(OutcomeMessages.completed(jobId, 1, START), OutcomeMessages.completed(jobId, 2, START));
        hooks.awaitQueued(webhook, 2);
        assertThat(courier.deliverNext()).isTrue();
        DeliveryLogSweeper sweeper = new DeliveryLogSweeper(ledger, clock, Duration.ofDays(90));
        clock.advance(Duration.ofDays(90));
        assertThat(sweeper.sweep()).isFalse();
        assertThat(hooks.states(webhook)).hasSize(2);
        clock.advance(Duration.ofMillis(1));
        assertThat(sweeper.sweep()).isFalse();
        assertThat(hooks.states(webhook)).as("what still waits stays").containsExactly("PENDING");
    }

    private long count(String sql) {
        return jdbi.withHandle(
                handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }
}
