package dev.longshore.system.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.events.RunEventKind;
import dev.longshore.system.Export;
import dev.longshore.system.Installation;
import dev.longshore.system.ServiceContext;
import dev.longshore.testing.Eventually;
import dev.longshore.testing.ScriptedFaults;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The broker is away for half a minute while a run is under way: nothing is lost, and the news comes after. */
@Tag("fault")
@Tag("slow")
@SuppressWarnings("try") // Workers are there to work; nobody speaks to them.
class BrokerDownFaultIT {
    private static final Duration OUTAGE = Duration.ofSeconds(30);
    private static final Duration LIMIT = Duration.ofSeconds(90);

    @RegisterExtension
    static final Installation longshore =
            Installation.withInteractions(3_000, Map.of("longshore.worker.plan.keys-per-chunk", 400));

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
