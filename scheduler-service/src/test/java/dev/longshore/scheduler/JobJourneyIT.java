package dev.longshore.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.events.RunEvent;
import dev.longshore.events.RunEventKind;
import dev.longshore.events.RunTrigger;
import dev.longshore.scheduler.clock.DatabaseClock;
import dev.longshore.scheduler.testing.Jobs;
import dev.longshore.scheduler.testing.SchedulerApi;
import dev.longshore.scheduler.testing.SchedulerInstance;
import dev.longshore.scheduler.testing.TopicReader;
import dev.longshore.testing.Eventually;
import dev.longshore.testing.KafkaExtension;
import dev.longshore.testing.PostgresExtension;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** From a request to the command that workers get, through a real database and a real broker. */
class JobJourneyIT {
    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    @RegisterExtension
    static final KafkaExtension kafka = new KafkaExtension();

    private static SchedulerInstance scheduler;
    private static SchedulerApi api;
    private static TopicReader topics;

    @BeforeAll
    static void start() {
        scheduler = SchedulerInstance.on(postgres, kafka).start();
        api = scheduler.api();
        topics = new TopicReader(kafka);
    }

    @AfterAll
    static void stop() {
        topics.close();
        scheduler.close();
    }

    @Test
    void a_job_that_starts_immediately_reaches_the_workers() { // P31, P57, P42
        var id = api.create(Jobs.IMMEDIATELY);

        Eventually.that(
                "StartRun is on the topic",
                () -> assertThat(topics.startRunsOf(id)).hasSize(1));
        var command = topics.startRunsOf(id).get(0);
        var specification = command.getStartRun().getSpecification();
        assertThat(specification.getJobTitle()).isEqualTo("All contacts");
        assertThat(specification.getTrigger()).isEqualTo(RunTrigger.SCHEDULE);
        assertThat(specification.getWindow().getFrom()).isNull();
        assertThat(specification.getDataset().getDateColumn()).isEqualTo("modifieddate");
        assertThat(topics.eventsOf(id)).extracting(RunEvent::getKind).containsExactly(RunEventKind.RUN_REQUESTED);
        var job = api.get("/api/v1/jobs/" + id);
        assertThat(job.text("/state")).isEqualTo("SUSPENDED");
        assertThat(job.text("/lastRun/runId")).isEqualTo(command.getRunId());
    }

    @Test
    void a_job_with_a_start_time_fires_then_and_turns_suspended() { // P32, P59
        var startAt = database().plus(Duration.ofMillis(1500));
        var id = api.create(
                Jobs.with(Jobs.HOURLY, "schedule", "{\"kind\": \"ONCE\", \"startAt\": \"%s\"}".formatted(startAt)));
        assertThat(api.get("/api/v1/jobs/" + id).text("/state")).isEqualTo("ACTIVE");

        Eventually.that(
                "StartRun is on the topic",
                () -> assertThat(topics.startRunsOf(id)).hasSize(1));
        var command = topics.startRunsOf(id).get(0);
        var window = command.getStartRun().getSpecification().getWindow();
        assertThat(command.getStartRun().getSpecification().getFireTime()).isEqualTo(startAt);
        assertThat(window.getTo()).isEqualTo(startAt);
        assertThat(Duration.between(startAt, command.getIssuedAt())).isBetween(Duration.ZERO, Duration.ofSeconds(2));
        assertThat(api.get("/api/v1/jobs/" + id).text("/state")).isEqualTo("SUSPENDED");
    }

    @Test
    void a_run_by_hand_with_a_window_exports_that_window() {
        var id = api.create(Jobs.HOURLY);
        var window = "{\"window\": {\"from\": \"2020-01-01T00:00:00Z\", \"to\": \"2020-01-02T00:00:00Z\"}}";
        var runId =
                api.post("/api/v1/jobs/" + id + "/runs", window).hasStatus(202).text("/runId");

        Eventually.that(
                "StartRun is on the topic",
                () -> assertThat(topics.startRunsOf(id)).hasSize(1));
        var command = topics.startRunsOf(id).get(0);
        assertThat(command.getRunId()).isEqualTo(runId);
        assertThat(command.getStartRun().getRequestedBy()).isEqualTo("ann");
        assertThat(command.getStartRun().getSpecification().getTrigger()).isEqualTo(RunTrigger.MANUAL);
        assertThat(command.getStartRun().getSpecification().getWindow().getFrom())
                .isEqualTo(Instant.parse("2020-01-01T00:00:00Z"));
        assertThat(command.getStartRun().getSpecification().getOutput().getSplitSizeBytes())
                .isEqualTo(1L << 30);
    }

    private static Instant database() {
        return scheduler.bean(DatabaseClock.class).now();
    }
}
