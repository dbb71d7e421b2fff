package dev.longshore.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.events.RunEvent;
import dev.longshore.events.RunEventKind;
import dev.longshore.events.RunSpecification;
import dev.longshore.events.RunTrigger;
import dev.longshore.scheduler.clock.DatabaseClock;
import dev.longshore.scheduler.testing.Jobs;
import dev.longshore.scheduler.testing.RunningScheduler;
import dev.longshore.scheduler.testing.SchedulerApi;
import dev.longshore.scheduler.testing.TopicReader;
import dev.longshore.testing.Eventually;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From a request to the command that workers get, through a real database and a real broker. */
class JobJourneyIT {
    @RegisterExtension
    static final RunningScheduler scheduler = RunningScheduler.asDelivered();

    private static SchedulerApi api;
    private static TopicReader topics;

    @BeforeAll
    static void start() {
        api = scheduler.api();
        topics = scheduler.topics();
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

    @Test
    void what_an_administrator_chose_reaches_the_workers() { // P26, P27, P43, P44, P47, P48
        var id = api.create(Jobs.with(
                Jobs.with(
                        Jobs.with(Jobs.HOURLY, "entityTypes", "[\"CHAT\", \"WORK_ITEM\", \"EMAIL_IN\"]"),
                        "dateRange",
                        "{\"kind\": \"FIXED\", \"from\": \"2020-01-01T00:00:00Z\", \"to\": \"2020-02-01T00:00:00Z\"}"),
                "output.splitSizeMb",
                "64"));

        var specification = runOf(id);

        assertThat(specification.getDataset().getEntityTypes()).containsExactly("CHAT", "WORK_ITEM", "EMAIL_IN");
        assertThat(specification.getWindow().getFrom()).isEqualTo(Instant.parse("2020-01-01T00:00:00Z"));
        assertThat(specification.getWindow().getTo()).isEqualTo(Instant.parse("2020-02-01T00:00:00Z"));
        assertThat(specification.getOutput().getSplitSizeBytes()).isEqualTo(64L * 1_048_576);
    }

    @Test
    void what_an_administrator_left_out_has_defaults() { // P20, P24, P46
        var bare = """
                {"title": "Bare", "source": "CONTACT_HISTORY", "type": "INTERACTION", "dateRange": {"kind": "ALL"},
                 "schedule": {"kind": "DAILY", "at": "02:30"}}
                """;
        var id = api.create(bare);

        var job = api.get("/api/v1/jobs/" + id).body();
        assertThat(job.required("description").isNull()).isTrue();
        assertThat(job.required("entityTypes").isNull()).as("all entity types").isTrue();
        assertThat(job.required("timeZone").asString()).isEqualTo("UTC");
        var specification = runOf(id);
        assertThat(specification.getDataset().getEntityTypes()).isNull();
        assertThat(specification.getOutput().getSplitSizeBytes()).as("one file").isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kind\": \"ONCE\", \"startAt\": null}", // P29
                "{\"kind\": \"ONCE\", \"startAt\": \"2099-01-01T00:00:00Z\"}", // P30
                "{\"kind\": \"HOURLY\", \"everyHours\": 23, \"minute\": 59}", // P34, P35
                "{\"kind\": \"DAILY\", \"at\": \"02:30\"}", // P37
                "{\"kind\": \"WEEKLY\", \"dayOfWeek\": \"SUNDAY\", \"at\": \"23:59\"}", // P38
                "{\"kind\": \"MONTHLY\", \"dayOfMonth\": 31, \"shortMonths\": \"LAST_DAY\", \"at\": \"00:00\"}", // P39,
                // P41
                "{\"kind\": \"MONTHLY\", \"dayOfMonth\": \"LAST\", \"at\": \"00:00\"}" // P40
            })
    void a_job_of_each_kind_of_schedule_can_be_saved(String schedule) { // P28, P49
        var id = api.create(Jobs.with(Jobs.HOURLY, "schedule", schedule));

        assertThat(api.get("/api/v1/jobs/" + id).body().required("schedule")).isEqualTo(Jobs.parsed(schedule));
    }

    /** What the workers are told when the job is run now. */
    private static RunSpecification runOf(String jobId) {
        api.post("/api/v1/jobs/" + jobId + "/runs", "").hasStatus(202);
        Eventually.that(
                "StartRun is on the topic",
                () -> assertThat(topics.startRunsOf(jobId)).hasSize(1));
        return topics.startRunsOf(jobId).get(0).getStartRun().getSpecification();
    }

    private static Instant database() {
        return scheduler.bean(DatabaseClock.class).now();
    }
}
