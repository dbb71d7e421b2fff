package dev.longshore.scheduler.firing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.events.RunEventKind;
import dev.longshore.scheduler.run.RunState;
import dev.longshore.scheduler.testing.Jobs;
import dev.longshore.scheduler.testing.TopicReader;
import dev.longshore.testing.Eventually;
import dev.longshore.testing.KafkaExtension;
import dev.longshore.testing.PostgresExtension;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A run that spans five periods, and an outage that spans thousands. */
class LongRunIT {
    private static final String JOBS = "/api/v1/jobs/";
    private static final int LIMIT = 20;
    private static final int SKIPS_AT_ONCE = 100;
    private static final String LAST_HOUR =
            Jobs.with(Jobs.CHAIN, "dateRange", "{\"kind\": \"LAST\", \"amount\": 1, \"unit\": \"HOURS\"}");

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    @RegisterExtension
    static final KafkaExtension kafka = new KafkaExtension();

    private static DrivenScheduler scheduler;
    private static TopicReader topics;

    @BeforeAll
    static void start() {
        scheduler = new DrivenScheduler(
                postgres,
                kafka,
                "2026-11-23T00:00:00Z",
                "longshore.scheduler.firing.catch-up-limit",
                String.valueOf(LIMIT),
                "longshore.scheduler.firing.skips-at-once",
                String.valueOf(SKIPS_AT_ONCE));
        topics = new TopicReader(kafka);
    }

    @AfterAll
    static void stop() {
        topics.close();
        scheduler.close();
    }

    @Test
    void fire_times_that_come_during_a_run_are_skipped_wait_or_are_handed_on() {
        var begin = scheduler.now();
        var skips = scheduler.api.create(Jobs.with(LAST_HOUR, "overlap", "\"SKIP\""));
        var handsOn = scheduler.api.create(Jobs.with(Jobs.CHAIN, "overlap", "\"SKIP\""));
        var waits = scheduler.api.create(LAST_HOUR);
        var chainWaits = scheduler.api.create(Jobs.CHAIN);
        var all = List.of(skips, handsOn, waits, chainWaits);
        for (int hour = 1; hour <= 6; hour++) {
            scheduler.clock.advance(Duration.ofHours(1));
            scheduler.settle();
        }
        scheduler.clock.advance(Duration.ofMinutes(30));
        all.forEach(id -> scheduler.end(scheduler.atWork(id), RunState.COMPLETED));
        all.forEach(scheduler::completeAllOf);
        scheduler.clock.advance(Duration.ofMinutes(30));
        all.forEach(scheduler::completeAllOf);

        assertThat(scheduler.runs.issuedFor(skips))
                .containsExactly("01:00 COMPLETED [00:00, 01:00)", "07:00 COMPLETED [06:00, 07:00)");
        assertThat(scheduler.runs.issuedFor(handsOn))
                .containsExactly("01:00 COMPLETED [00:00, 01:00)", "07:00 COMPLETED [01:00, 07:00)");
        for (var id : List.of(skips, handsOn)) {
            assertThat(scheduler.runs.skippedFor(id))
                    .hasSize(5)
                    .startsWith(begin.plus(Duration.ofHours(2)))
                    .endsWith(begin.plus(Duration.ofHours(6)));
        }
        Eventually.that(() -> assertThat(reasons(skips)).hasSize(5).containsOnly(FiringPolicy.OVERLAPPED));
        Eventually.that(() ->
                assertThat(reasons(handsOn)).hasSize(5).containsOnly(FiringPolicy.OVERLAPPED + FiringPolicy.HANDED_ON));
        for (var id : List.of(waits, chainWaits)) {
            assertThat(scheduler.runs.skippedFor(id)).isEmpty();
            assertThat(scheduler.runs.issuedFor(id))
                    .hasSize(7)
                    .contains("02:00 COMPLETED [01:00, 02:00)", "07:00 COMPLETED [06:00, 07:00)");
        }
        assertThat(scheduler.runs.faults()).isEmpty();
        all.forEach(id -> scheduler.api.post(JOBS + id + "/suspend", "").hasStatus(200));
    }

    @Test
    void thousands_of_missed_runs_are_dealt_with_batch_by_batch_and_one_run_at_a_time() {
        var begin = scheduler.now();
        var chain = scheduler.api.create(Jobs.CHAIN);
        var missed = 1000;
        scheduler.clock.advance(Duration.ofHours(missed));

        var skipped = 0;
        while (scheduler.look()) {
            var nowSkipped = scheduler.runs.skippedFor(chain).size();
            assertThat(nowSkipped - skipped).as("skipped in one transaction").isBetween(0, SKIPS_AT_ONCE);
            skipped = nowSkipped;
            assertThat(scheduler.runs.faults()).as("two runs at work").isEmpty();
        }
        assertThat(skipped).isEqualTo(missed - LIMIT);
        assertThat(scheduler.runs.issuedFor(chain))
                .as("runs until the first has ended")
                .hasSize(1);
        scheduler.completeAllOf(chain);
        assertThat(scheduler.runs.issuedFor(chain)).hasSize(LIMIT);
        assertThat(scheduler.runs.chainOf(chain)).hasSize(LIMIT).first().satisfies(link -> {
            assertThat(link.from()).isEqualTo(begin);
            assertThat(link.to()).isEqualTo(begin.plus(Duration.ofHours(missed - LIMIT + 1L)));
        });
        assertThat(scheduler.runs.faults()).isEmpty();
        scheduler.api.post(JOBS + chain + "/suspend", "").hasStatus(200);
    }

    private static List<String> reasons(String jobId) {
        return topics.eventsOf(jobId).stream()
                .filter(event -> event.getKind() == RunEventKind.RUN_SKIPPED)
                .map(event -> event.getSkipped().getReason())
                .toList();
    }
}
