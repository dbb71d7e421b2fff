package dev.longshore.system.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.events.RunEvent;
import dev.longshore.events.RunEventKind;
import dev.longshore.events.Topics;
import dev.longshore.system.Export;
import dev.longshore.system.Installation;
import dev.longshore.system.ServiceContext;
import dev.longshore.testing.Eventually;
import dev.longshore.testing.ScriptedFaults;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The broker is away for half a minute while a run is under way: nothing is lost, and the news comes after, in its order.
 * Clients give up after half a second what they give up after ten: to them the outage lasts ten minutes.
 */
@Tag("fault")
@Tag("slow")
@SuppressWarnings("try") // Workers are there to work; nobody speaks to them.
class BrokerDownFaultIT {
    private static final Duration OUTAGE = Duration.ofSeconds(30);
    private static final Duration LIMIT = Duration.ofSeconds(90);

    /** A twentieth of the patience that services have by default. */
    private static final Map<String, Object> IMPATIENCE = Map.of(
            "spring.kafka.producer.properties.delivery.timeout.ms", 500,
            "spring.kafka.producer.properties.request.timeout.ms", 250,
            "spring.kafka.producer.properties.max.block.ms", 250,
            "spring.kafka.consumer.properties.request.timeout.ms", 1_500,
            "spring.kafka.consumer.properties.default.api.timeout.ms", 3_000);

    @RegisterExtension
    static final Installation longshore =
            Installation.withInteractions(3_000, Map.of("longshore.worker.plan.keys-per-chunk", 400), IMPATIENCE);

    @Test
    void a_run_and_a_job_that_fall_into_an_outage_of_the_broker_lose_nothing() throws InterruptedException {
        String jobId = createJob("Before the outage");
        ScriptedFaults faults = new ScriptedFaults();
        try (ServiceContext worker = longshore.startWorker(Map.of("longshore.worker.slots", 1), faults)) {
            String undisturbed = longshore.api().runNow(jobId);
            longshore.api().awaitCompleted(undisturbed, LIMIT);
            Export expected = Export.of(longshore, undisturbed);
            ScriptedFaults.Gate exporting = faults.at("segment-stored").waits();
            String hit = longshore.api().runNow(jobId);
            exporting.awaitArrival();

            longshore.stopBroker();
            exporting.open();
            String asked = longshore.api().runNow(createJob("During the outage"));
            stayAwayFor(OUTAGE);
            longshore.restartBroker();

            longshore.api().awaitCompleted(hit, LIMIT);
            longshore.api().awaitCompleted(asked, LIMIT);
            assertOneOutcome(hit, expected);
            assertOneOutcome(asked, expected);
            List<RunEventKind> events = kindsOf(undisturbed);
            assertThat(kindsOf(hit)).as("events of the run that was hit").containsExactlyInAnyOrderElementsOf(events);
            assertThat(kindsOf(asked))
                    .as("events of the run that was asked for")
                    .containsExactlyInAnyOrderElementsOf(events);
        }
    }

    private static void assertOneOutcome(String runId, Export expected) {
        Export export = Export.of(longshore, runId);
        assertThat(List.copyOf(export.sumsByName().values()))
                .isEqualTo(List.copyOf(expected.sumsByName().values()));
        export.requireSums();
        assertThat(Export.countOf(longshore, runId, RunEventKind.RUN_COMPLETED)).isEqualTo(1);
        assertThat(Export.outcomes(longshore, runId)).hasSize(1);
    }

    /** In the order of the topic, which must be that of their making; each event once, however often it was sent. */
    private static List<RunEventKind> kindsOf(String runId) {
        Map<String, RunEvent> events = new LinkedHashMap<>();
        for (RunEvent event : longshore.topics().read(Topics.RUN_EVENTS, RunEvent.class)) {
            if (event.getRunId().equals(runId)) {
                events.putIfAbsent(event.getEventId(), event);
            }
        }
        assertThat(events.values().stream().map(RunEvent::getOccurredAt).toList())
                .as("order of the events of run %s", runId)
                .isSorted();
        return events.values().stream().map(RunEvent::getKind).toList();
    }

    /** The API keeps answering all the while. */
    private static void stayAwayFor(Duration outage) {
        Instant end = longshore.now().plus(outage);
        Eventually.within(outage.plusSeconds(30)).isTrue("the outage is over", () -> {
            longshore.api().jobs();
            return longshore.now().isAfter(end);
        });
    }

    private static String createJob(String title) {
        return longshore.api().createJob("""
                {"title": "%s", "source": "CONTACT_HISTORY", "type": "INTERACTION",
                 "schedule": {"kind": "MONTHLY", "dayOfMonth": 1, "at": "00:00"}, "dateRange": {"kind": "ALL"},
                 "output": {"format": "JSON_LINES", "compression": "NONE", "splitSizeMb": 1}}
                """.formatted(title)).get("id").asString();
    }
}
