package dev.longshore.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.longshore.events.RunCommand;
import dev.longshore.events.RunEvent;
import dev.longshore.events.RunEventKind;
import dev.longshore.events.RunSpecification;
import dev.longshore.platform.polling.PollingLoop;
import dev.longshore.scheduler.run.RunLedger;
import dev.longshore.scheduler.testing.Jobs;
import dev.longshore.scheduler.testing.RunningScheduler;
import dev.longshore.scheduler.testing.SchedulerApi;
import dev.longshore.scheduler.testing.TopicReader;
import dev.longshore.scheduler.testing.WorkerNews;
import dev.longshore.testing.Eventually;
import dev.longshore.testing.MutableClock;
import dev.longshore.testing.ScriptedFaults;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Hourly jobs on a clock that the test moves. Each test leaves the clock at a full hour. */
class FiringIT {
    private static final String HOURLY =
            Jobs.with(Jobs.with(Jobs.HOURLY, "schedule.minute", "0"), "timeZone", "\"UTC\"");

    private static final MutableClock clock = MutableClock.at(Instant.parse("2026-11-23T00:00:00Z"));
    private static final ScriptedFaults faults = new ScriptedFaults();

    @RegisterExtension
    static final RunningScheduler scheduler = RunningScheduler.changed(
            delivered -> delivered.clock(clock::instant).faults(faults));

    private static SchedulerApi api;
    private static TopicReader topics;

    @BeforeAll
    static void start() {
        api = scheduler.api();
        topics = scheduler.topics();
    }

    @Test
    void each_fire_time_missed_in_an_outage_gets_its_run_one_after_the_other() {
        var id = api.create(HOURLY);
        var begin = clock.instant();
        pauseFor(Duration.ofHours(3));

        for (int run = 1; run <= 3; run++) {
            var expected = run;
            Eventually.that(() -> assertThat(topics.startRunsOf(id)).hasSize(expected));
            topics.send(new WorkerNews(latest(id)).completed());
        }
        assertThat(specifications(id))
                .extracting(
                        RunSpecification::getFireTime, run -> run.getWindow().getFrom())
                .containsExactlyInAnyOrder(
                        tuple(begin.plus(Duration.ofHours(1)), begin),
                        tuple(begin.plus(Duration.ofHours(2)), begin.plus(Duration.ofHours(1))),
                        tuple(begin.plus(Duration.ofHours(3)), begin.plus(Duration.ofHours(2))));
        finish(id);
    }

    @Test
    void a_resumption_decides_about_what_was_missed_meanwhile() {
        var id = api.create(HOURLY);
        var begin = clock.instant();
        api.post("/api/v1/jobs/" + id + "/suspend", "").hasStatus(200);
        clock.advance(Duration.ofHours(3));
        assertThat(api.get("/api/v1/jobs/" + id).body().required("lastRun").isNull())
                .isTrue();
        api.post("/api/v1/jobs/" + id + "/resume", "{\"missedRuns\": \"LATEST\"}")
                .hasStatus(200);

        Eventually.that(() -> assertThat(specifications(id))
                .extracting(RunSpecification::getFireTime)
                .containsExactly(begin.plus(Duration.ofHours(3))));
        Eventually.that(() -> assertThat(skippedFireTimes(id))
                .containsExactlyInAnyOrder(begin.plus(Duration.ofHours(1)), begin.plus(Duration.ofHours(2))));
        topics.send(new WorkerNews(latest(id)).completed());

        clock.advance(Duration.ofHours(1));
        Eventually.that(
                "the job goes on as usual",
                () -> assertThat(topics.startRunsOf(id)).hasSize(2));
        finish(id);
    }

    @Test
    void missed_runs_are_merged_into_one_window() {
        var id = api.create(Jobs.with(HOURLY, "missedRuns", "\"MERGED\""));
        var begin = clock.instant();
        pauseFor(Duration.ofHours(5));

        Eventually.that(() -> assertThat(topics.startRunsOf(id)).hasSize(1));
        var window = specifications(id).get(0).getWindow();
        assertThat(window.getFrom()).isEqualTo(begin);
        assertThat(window.getTo()).isEqualTo(begin.plus(Duration.ofHours(5)));
        finish(id);
    }

    @Test
    void a_fire_time_that_overlaps_is_skipped_if_the_job_wants_that() {
        var id = api.create(Jobs.with(HOURLY, "overlap", "\"SKIP\""));
        clock.advance(Duration.ofHours(1));
        Eventually.that(() -> assertThat(topics.startRunsOf(id)).hasSize(1));

        clock.advance(Duration.ofHours(1));
        Eventually.that(() -> assertThat(skippedFireTimes(id)).containsExactly(clock.instant()));
        topics.send(new WorkerNews(latest(id)).completed());
        clock.advance(Duration.ofHours(1));
        Eventually.that(() -> assertThat(topics.startRunsOf(id)).hasSize(2));
        assertThat(api.get("/api/v1/jobs/" + id).text("/lastRun/status"))
                .as("a skipped fire time is no run")
                .isNotEqualTo("SKIPPED");
        finish(id);
    }

    @Test
    void a_crash_between_the_run_and_the_commit_leaves_one_run() {
        var id = api.create(HOURLY);
        faults.at(RunLedger.BEFORE_COMMIT_OF_RUN).throwsOnce(() -> new IllegalStateException("crash"));
        clock.advance(Duration.ofHours(1));

        Eventually.that(() -> assertThat(topics.startRunsOf(id)).hasSize(1));
        assertThat(faults.passagesOf(RunLedger.BEFORE_COMMIT_OF_RUN)).isGreaterThanOrEqualTo(2);
        assertThat(topics.eventsOf(id)).extracting(RunEvent::getKind).containsExactly(RunEventKind.RUN_REQUESTED);
        assertThat(api.get("/api/v1/jobs/" + id).text("/nextFireTime"))
                .isEqualTo(clock.instant().plus(Duration.ofHours(1)).toString());
        finish(id);
    }

    @Test
    void a_job_that_cannot_be_fired_is_suspended_and_holds_nobody_up() {
        var broken = api.create(HOURLY);
        var good = api.create(HOURLY);
        scheduler.execute("UPDATE scheduler.job_version SET settings = settings - 'dateRange' WHERE job_id = '%s'"
                .formatted(broken));
        clock.advance(Duration.ofHours(1));

        Eventually.that(() -> assertThat(topics.startRunsOf(good)).hasSize(1));
        assertThat(topics.startRunsOf(broken)).isEmpty();
        scheduler.execute(
                "UPDATE scheduler.job_version SET settings = settings || '{\"dateRange\": {\"kind\": \"ALL\"}}'"
                        + " WHERE job_id = '%s'".formatted(broken));
        var job = api.get("/api/v1/jobs/" + broken);
        assertThat(job.text("/state")).isEqualTo("SUSPENDED");
        assertThat(job.text("/suspendedReason")).isNotBlank();
        finish(good);
    }

    @Test
    void a_waiting_run_that_cannot_be_started_is_cancelled_and_holds_nobody_up() {
        var broken = api.create(HOURLY);
        var good = api.create(HOURLY);
        var run = "/api/v1/jobs/" + broken + "/runs";
        api.post(run, "").hasStatus(202);
        Eventually.that(() -> assertThat(topics.startRunsOf(broken)).hasSize(1));
        var waiting = api.post(run, "").hasStatus(202).text("/runId");
        scheduler.execute("UPDATE scheduler.job_version SET settings = settings - 'dateRange' WHERE job_id = '%s'"
                .formatted(broken));
        topics.send(new WorkerNews(latest(broken)).completed());

        Eventually.that(() -> assertThat(topics.eventsOf(broken))
                .filteredOn(event -> event.getKind() == RunEventKind.RUN_CANCELLED)
                .extracting(RunEvent::getRunId, event -> event.getCancelled().getRequestedBy())
                .containsExactly(tuple(waiting, "system")));
        clock.advance(Duration.ofHours(1));
        Eventually.that(() -> assertThat(topics.startRunsOf(good)).hasSize(1));
        assertThat(topics.startRunsOf(broken)).hasSize(1);
        scheduler.execute(
                "UPDATE scheduler.job_version SET settings = settings || '{\"dateRange\": {\"kind\": \"ALL\"}}'"
                        + " WHERE job_id = '%s'".formatted(broken));
        assertThat(api.get("/api/v1/jobs/" + broken).text("/lastRun/status")).isEqualTo("CANCELLED");
        finish(good);
    }

    /** No scheduler runs while the clock moves on. */
    private static void pauseFor(Duration duration) {
        var loop = scheduler.bean("dueJobLoop", PollingLoop.class);
        loop.stop();
        clock.advance(duration);
        loop.start();
    }

    private static RunCommand latest(String jobId) {
        return topics.startRunsOf(jobId).stream()
                .max(Comparator.comparing(
                        command -> command.getStartRun().getSpecification().getFireTime()))
                .orElseThrow();
    }

    private static List<RunSpecification> specifications(String jobId) {
        return topics.startRunsOf(jobId).stream()
                .map(command -> command.getStartRun().getSpecification())
                .toList();
    }

    private static List<Instant> skippedFireTimes(String jobId) {
        return topics.eventsOf(jobId).stream()
                .filter(event -> event.getKind() == RunEventKind.RUN_SKIPPED)
                .map(event -> event.getSkipped().getSpecification().getFireTime())
                .toList();
    }

    /** Keeps the job out of the tests that follow. */
    private static void finish(String jobId) {
        api.post("/api/v1/jobs/" + jobId + "/suspend", "").hasStatus(200);
    }
}
