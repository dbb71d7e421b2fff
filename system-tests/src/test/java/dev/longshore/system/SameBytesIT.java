package dev.longshore.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The files of a run depend on the data and the settings, not on how many worked on it at the same time. */
@SuppressWarnings("try") // Workers are there to work; nobody speaks to them.
class SameBytesIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @RegisterExtension
    static final Installation longshore =
            Installation.withInteractions(6_000, Map.of("longshore.worker.plan.keys-per-chunk", 300));

    @Test
    void one_two_and_four_slots_make_the_same_bytes() {
        String jobId = longshore.api().createJob("""
                {"title": "Same bytes", "source": "CONTACT_HISTORY", "type": "INTERACTION",
                 "schedule": {"kind": "MONTHLY", "dayOfMonth": 1, "at": "00:00"},
                 "dateRange": {"kind": "ALL"},
                 "output": {"format": "JSON_LINES", "compression": "NONE", "splitSizeMb": 1}}
                """).get("id").asString();

        Export one = exportWithSlots(jobId, 1);
        Export two = exportWithSlots(jobId, 2);
        Export four = exportWithSlots(jobId, 4);

        assertThat(one.sumsByName()).hasSizeGreaterThan(3);
        assertThat(two.sumsByName()).as("with two slots").isEqualTo(one.sumsByName());
        assertThat(four.sumsByName()).as("with four slots").isEqualTo(one.sumsByName());
        assertThat(two.manifestOfAnyRun()).isEqualTo(one.manifestOfAnyRun());
        assertThat(four.manifestOfAnyRun()).isEqualTo(one.manifestOfAnyRun());
    }

    private static Export exportWithSlots(String jobId, int slots) {
        try (ServiceContext worker = longshore.startWorker(Map.of("longshore.worker.slots", slots))) {
            String runId = longshore.api().runNow(jobId);
            longshore.api().awaitCompleted(runId, LIMIT);
            return Export.of(longshore, runId);
        }
    }
}
