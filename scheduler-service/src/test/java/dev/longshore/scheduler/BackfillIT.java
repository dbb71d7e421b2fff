package dev.longshore.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.longshore.events.RunCommand;
import dev.longshore.events.RunEvent;
import dev.longshore.events.RunEventKind;
import dev.longshore.events.RunSpecification;
import dev.longshore.events.RunTrigger;
import dev.longshore.scheduler.run.RunLedger;
import dev.longshore.scheduler.testing.Jobs;
import dev.longshore.scheduler.testing.RunningScheduler;
import dev.longshore.scheduler.testing.SchedulerApi;
import dev.longshore.scheduler.testing.SchedulerApi.Answer;
import dev.longshore.scheduler.testing.TopicReader;
import dev.longshore.scheduler.testing.WorkerNews;
import dev.longshore.testing.Eventually;
import dev.longshore.testing.MutableClock;
import dev.longshore.testing.ScriptedFaults;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Backfills of hourly jobs on a clock that the test moves. */
class BackfillIT {
    private static final String JOBS = "/api/v1/jobs/";
    private static final String HOURLY =
            Jobs.with(Jobs.with(Jobs.HOURLY, "schedule.minute", "0"), "timeZone", "\"UTC\"");
    private static final String THREE_HOURS = range("2026-11-01T00:30:00Z", "2026-11-01T02:30:00Z", false);

    private static final MutableClock clock = MutableClock.at(Instant.parse("2026-11-23T00:00:00Z"));
    private static final ScriptedFaults faults = new ScriptedFaults();

    @RegisterExtension
    static final RunningScheduler scheduler = RunningScheduler.changed(
            delivered -> delivered.clock(clock::instant).faults(faults));

    private static final Set<String> ended = new HashSet<>();
    private static SchedulerApi api;
    private static TopicReader topics;

    @BeforeAll
    static void start() {
        api = scheduler.api();
        topics = scheduler.topics();
    }

    @Test
    void a_dry_run_answers_the_windows_and_does_nothing() {
        var id = api.create(HOURLY);

        var planned = backfill(id, range("2026-11-01T00:30:00Z", "2026-11-01T02:30:00Z", true))
                .hasStatus(200);

        assertThat(planned.body().required("id").isNull()).isTrue();
        assertThat(planned.body().required("windowCount").asInt()).isEqualTo(3);
        assertThat(planned.body().required("windows").valueStream())
                .extracting(
                        window -> window.required("from").asString(),
                        window -> window.required("to").asString())
                .containsExactly(
                        tuple("2026-11-01T00:30:00Z", "2026-11-01T01:00:00Z"),
                        tuple("2026-11-01T01:00:00Z", "2026-11-01T02:00:00Z"),
                        tuple("2026-11-01T02:00:00Z", "2026-11-01T02:30:00Z"));
        assertThat(api.get(JOBS + id + "/backfills").body().required("items").isEmpty())
                .isTrue();
    }

    @Test
    void the_windows_become_runs_one_after_the_other_with_the_settings_of_the_request() {
        var id = api.create(HOURLY);
        var backfillId = backfill(id, THREE_HOURS).hasStatus(202).text("/id");
        api.put(JOBS + id, Jobs.with(HOURLY, "title", "\"Renamed\""), "If-Match", "\"1\"")
                .hasStatus(200);

        for (int run = 1; run <= 3; run++) {
            awaitStartRuns(id, run);
            assertThat(get(id, backfillId).body().at("/runs/inProgress").asInt())
                    .isEqualTo(1);
            end(id, run == 2 ? WorkerNews::failed : WorkerNews::completed);
        }

        Eventually.that(() -> assertThat(
                        get(id, backfillId).body().at("/runs/completed").asInt())
                .isEqualTo(2));
        var done = get(id, backfillId);
        assertThat(done.text("/state")).isEqualTo("ISSUED");
        assertThat(done.body().at("/runs/failed").asInt()).isEqualTo(1);
        assertThat(done.body().at("/runs/waiting").asInt()).isZero();
        assertThat(done.body().required("windows").valueStream())
                .extracting(window -> window.required("status").asString())
                .containsExactly("COMPLETED", "FAILED", "COMPLETED");
        assertThat(specifications(id))
                .extracting(
                        RunSpecification::getTrigger,
                        RunSpecification::getJobVersion,
                        RunSpecification::getFireTime,
                        run -> run.getWindow().getFrom())
                .containsExactlyInAnyOrder(
                        tuple(RunTrigger.BACKFILL, 1, at("01:00"), at("00:30")),
                        tuple(RunTrigger.BACKFILL, 1, at("02:00"), at("01:00")),
                        tuple(RunTrigger.BACKFILL, 1, at("02:30"), at("02:00")));
        api.post(JOBS + id + "/backfills/" + backfillId + "/cancel", "").hasStatus(409);
        suspend(id);
    }

    @Test
    void the_schedule_and_runs_by_hand_go_first() {
        var id = api.create(HOURLY);
        backfill(id, THREE_HOURS).hasStatus(202);
        awaitStartRuns(id, 1);
        var byHand = api.post(JOBS + id + "/runs", "").hasStatus(202).text("/runId");
        clock.advance(Duration.ofHours(1));

        end(id, WorkerNews::completed);
        awaitStartRuns(id, 2);
        assertThat(atWork(id).getRunId()).isEqualTo(byHand);
        end(id, WorkerNews::completed);
        awaitStartRuns(id, 3);
        assertThat(atWork(id).getStartRun().getSpecification())
                .extracting(RunSpecification::getTrigger, RunSpecification::getFireTime)
                .containsExactly(RunTrigger.SCHEDULE, clock.instant());
        end(id, WorkerNews::completed);
        awaitStartRuns(id, 4);
        assertThat(atWork(id).getStartRun().getSpecification().getTrigger()).isEqualTo(RunTrigger.BACKFILL);
        suspend(id);
    }

    @Test
    void a_backfill_makes_the_schedule_skip_nothing() {
        var id = api.create(Jobs.with(HOURLY, "overlap", "\"SKIP\""));
        var backfillId = backfill(id, THREE_HOURS).hasStatus(202).text("/id");
        awaitStartRuns(id, 1);
        var witness = api.create(HOURLY);
        clock.advance(Duration.ofHours(1));
        awaitStartRuns(witness, 1);

        end(id, WorkerNews::completed);
        awaitStartRuns(id, 2);

        assertThat(atWork(id).getStartRun().getSpecification().getFireTime()).isEqualTo(clock.instant());
        assertThat(topics.eventsOf(id)).noneMatch(event -> event.getKind() == RunEventKind.RUN_SKIPPED);
        api.post(JOBS + id + "/backfills/" + backfillId + "/cancel", "").hasStatus(202);
        suspend(id);
    }

    @Test
    void a_suspended_job_can_be_backfilled() { // P55
        var id = api.create(HOURLY);
        suspend(id);
        backfill(id, THREE_HOURS).hasStatus(202);

        awaitStartRuns(id, 1);
        end(id, WorkerNews::completed);
        awaitStartRuns(id, 2);
        assertThat(api.get(JOBS + id).text("/state")).isEqualTo("SUSPENDED");
    }

    @Test
    void a_cancelled_backfill_stops_with_its_run() {
        var id = api.create(HOURLY);
        var backfillId = backfill(id, THREE_HOURS).hasStatus(202).text("/id");
        awaitStartRuns(id, 1);
        assertThat(api.delete(JOBS + id).hasStatus(409).text("/type")).endsWith("/run-in-progress"); // P65

        var cancelled =
                api.post(JOBS + id + "/backfills/" + backfillId + "/cancel", "").hasStatus(202);
        assertThat(cancelled.text("/state")).isEqualTo("CANCELLED");
        assertThat(cancelled.text("/stoppedReason")).isEqualTo("Cancelled by ann");
        assertThat(cancelled.body().at("/runs/waiting").asInt()).isZero();
        end(id, WorkerNews::cancelled);

        Eventually.that(() -> api.delete(JOBS + id).hasStatus(204));
        assertThat(topics.startRunsOf(id)).hasSize(1);
        get(id, backfillId).hasStatus(404);
    }

    @Test
    void a_job_whose_backfill_waits_for_its_turn_cannot_be_deleted() { // P65
        var id = api.create(HOURLY);
        suspend(id);
        var backfillId = backfill(id, THREE_HOURS).hasStatus(202).text("/id");
        awaitStartRuns(id, 1);
        faults.at(RunLedger.BEFORE_COMMIT_OF_RUN).alwaysThrows(() -> new IllegalStateException("no run now"));
        try {
            end(id, WorkerNews::completed);
            Eventually.that(() -> assertThat(
                            get(id, backfillId).body().at("/runs/completed").asInt())
                    .isEqualTo(1));

            var refused = api.delete(JOBS + id).hasStatus(409);
            assertThat(refused.text("/type")).endsWith("/backfill-in-progress");
            assertThat(refused.text("/detail")).contains(backfillId);
        } finally {
            faults.heal();
        }
        Eventually.that(
                "the window was not lost",
                () -> assertThat(topics.startRunsOf(id)).hasSize(2));
    }

    @Test
    void a_crash_between_the_run_and_the_commit_leaves_one_run() {
        var id = api.create(HOURLY);
        faults.at(RunLedger.BEFORE_COMMIT_OF_RUN).throwsOnce(() -> new IllegalStateException("crash"));
        var backfillId = backfill(id, range("2026-11-01T00:00:00Z", "2026-11-01T01:00:00Z", false))
                .hasStatus(202)
                .text("/id");

        awaitStartRuns(id, 1);
        end(id, WorkerNews::completed);
        Eventually.that(() -> assertThat(
                        get(id, backfillId).body().at("/runs/completed").asInt())
                .isEqualTo(1));
        assertThat(topics.startRunsOf(id)).hasSize(1);
    }

    @Test
    void backfills_of_a_job_go_in_the_order_in_which_they_were_asked_for() {
        var id = api.create(HOURLY);
        var one = range("2026-11-01T00:00:00Z", "2026-11-01T01:00:00Z", false);
        var other = range("2026-10-01T00:00:00Z", "2026-10-01T01:00:00Z", false);
        var first = backfill(id, one).hasStatus(202).text("/id");
        var second = backfill(id, other).hasStatus(202).text("/id");

        awaitStartRuns(id, 1);
        assertThat(get(id, first).text("/state")).isEqualTo("ISSUED");
        end(id, WorkerNews::completed);
        awaitStartRuns(id, 2);
        assertThat(get(id, second).text("/state")).isEqualTo("ISSUED");

        var newest = api.get(JOBS + id + "/backfills?limit=1").hasStatus(200);
        assertThat(newest.text("/items/0/id")).isEqualTo(second);
        var older = api.get(JOBS + id + "/backfills?limit=1&cursor=" + newest.text("/nextCursor"));
        assertThat(older.text("/items/0/id")).isEqualTo(first);
        assertThat(older.body().required("nextCursor").isNull()).isTrue();
    }

    private static Answer backfill(String jobId, String body) {
        return api.post(JOBS + jobId + "/backfills", body);
    }

    private static Answer get(String jobId, String backfillId) {
        return api.get(JOBS + jobId + "/backfills/" + backfillId);
    }

    private static String range(String from, String to, boolean dryRun) {
        return "{\"from\": \"%s\", \"to\": \"%s\", \"dryRun\": %s}".formatted(from, to, dryRun);
    }

    private static Instant at(String time) {
        return Instant.parse("2026-11-01T%s:00Z".formatted(time));
    }

    private static void awaitStartRuns(String jobId, int count) {
        Eventually.that(() -> assertThat(topics.startRunsOf(jobId)).hasSize(count));
    }

    /** The one run of the job that was started and has not ended. */
    private static RunCommand atWork(String jobId) {
        var unended = topics.startRunsOf(jobId).stream()
                .filter(command -> !ended.contains(command.getRunId()))
                .toList();
        assertThat(unended).as("runs at work of job %s", jobId).hasSize(1);
        return unended.get(0);
    }

    private static void end(String jobId, Function<WorkerNews, RunEvent> news) {
        var command = atWork(jobId);
        ended.add(command.getRunId());
        topics.send(news.apply(new WorkerNews(command)));
    }

    private static List<RunSpecification> specifications(String jobId) {
        return topics.startRunsOf(jobId).stream()
                .map(command -> command.getStartRun().getSpecification())
                .toList();
    }

    /** Keeps the job's schedule out of the tests that follow. */
    private static void suspend(String jobId) {
        api.post(JOBS + jobId + "/suspend", "").hasStatus(200);
    }
}
