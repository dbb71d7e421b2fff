package dev.longshore.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.scheduler.testing.Jobs;
import dev.longshore.scheduler.testing.LifeCycleTable.Cell;
import dev.longshore.scheduler.testing.RunningScheduler;
import dev.longshore.scheduler.testing.SchedulerApi;
import dev.longshore.scheduler.testing.SchedulerApi.Answer;
import dev.longshore.scheduler.testing.TopicReader;
import dev.longshore.scheduler.testing.WorkerNews;
import dev.longshore.testing.Eventually;
import dev.longshore.testing.MutableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of a job's life through the real service: what the API shows after each move from each stage. */
class LifeCycleTableIT {
    private static final String JOBS = "/api/v1/jobs/";
    private static final String RECURRING = Jobs.with(
            Jobs.with(Jobs.with(Jobs.HOURLY, "schedule.minute", "0"), "timeZone", "\"UTC\""),
            "suspendAfterFailures",
            "1");

    private static final MutableClock clock = MutableClock.at(Instant.parse("2026-11-23T00:00:00Z"));

    @RegisterExtension
    static final RunningScheduler scheduler = RunningScheduler.changed(delivered -> delivered.clock(clock::instant));

    private static SchedulerApi api;
    private static TopicReader topics;

    @BeforeAll
    static void start() {
        api = scheduler.api();
        topics = scheduler.topics();
    }

    @ParameterizedTest
    @MethodSource("dev.longshore.scheduler.testing.LifeCycleTable#cells")
    void every_move_leads_where_the_table_says(Cell cell) { // P31..P33, P55..P65
        var id = jobIn(cell.stage());
        assertThat(stageOf(id)).isEqualTo(cell.stage());

        switch (cell.move()) {
            case "SAVE_AS_RECURRING" -> expect(cell, id, save(id, RECURRING));
            case "SAVE_WITH_START" -> expect(cell, id, save(id, startingInAnHour()));
            case "SAVE_TO_START_NOW" -> expect(cell, id, save(id, Jobs.IMMEDIATELY));
            case "SUSPEND" -> expect(cell, id, api.post(JOBS + id + "/suspend", ""));
            case "RESUME" -> expect(cell, id, api.post(JOBS + id + "/resume", ""));
            case "RUN_NOW" -> expect(cell, id, api.post(JOBS + id + "/runs", ""));
            case "DELETE" -> expect(cell, id, api.delete(JOBS + id));
            case "FIRE" -> fire(cell, id);
            case "FAIL_TOO_OFTEN" -> failTooOften(cell, id);
            default -> throw new IllegalArgumentException("no such move: " + cell);
        }
    }

    private static void expect(Cell cell, String id, Answer answer) {
        if (cell.isMove()) {
            assertThat(answer.status()).as("%s", answer.body()).isBetween(200, 204);
            assertThat(stageOf(id)).isEqualTo(cell.expected());
        } else {
            assertThat(answer.status()).isEqualTo(cell.expected().equals("not-found") ? 404 : 409);
            assertThat(answer.text("/type")).endsWith("/" + cell.expected());
            assertThat(stageOf(id)).as("a refusal changes nothing").isEqualTo(cell.stage());
        }
    }

    private static void fire(Cell cell, String id) {
        var before = topics.startRunsOf(id).size();
        var witness = api.create(RECURRING);
        clock.advance(Duration.ofHours(1));
        Eventually.that(() -> assertThat(topics.startRunsOf(witness)).hasSize(1));

        if (cell.isMove()) {
            Eventually.that(() -> assertThat(topics.startRunsOf(id)).hasSize(before + 1));
            assertThat(stageOf(id)).isEqualTo(cell.expected());
        } else {
            assertThat(topics.startRunsOf(id)).hasSize(before);
            assertThat(stageOf(id)).isEqualTo(cell.stage());
        }
        api.post(JOBS + witness + "/suspend", "").hasStatus(200);
    }

    private static void failTooOften(Cell cell, String id) {
        if (!cell.isMove()) {
            return; // a job without a run in progress was deleted: none can fail any more
        }
        var runId = api.post(JOBS + id + "/runs", "").hasStatus(202).text("/runId");
        end(id, runId, "FAILED");

        assertThat(stageOf(id)).isEqualTo(cell.expected());
    }

    private static String jobIn(String stage) {
        return switch (stage) {
            case "RECURRING" -> api.create(RECURRING);
            case "PAUSED" -> suspended(api.create(RECURRING));
            case "WAITING" -> api.create(startingInAnHour());
            case "HELD" -> suspended(api.create(startingInAnHour()));
            case "SUBMITTED" -> submitted();
            case "DELETED" -> deleted();
            default -> throw new IllegalArgumentException("no such stage: " + stage);
        };
    }

    private static String suspended(String id) {
        api.post(JOBS + id + "/suspend", "").hasStatus(200);
        return id;
    }

    private static String submitted() {
        var id = api.create(Jobs.IMMEDIATELY);
        end(id, api.get(JOBS + id).text("/lastRun/runId"), "COMPLETED");
        return id;
    }

    private static String deleted() {
        var id = api.create(RECURRING);
        api.delete(JOBS + id).hasStatus(204);
        return id;
    }

    private static void end(String jobId, String runId, String status) {
        Eventually.that(() -> assertThat(topics.startRunsOf(jobId))
                .anyMatch(command -> command.getRunId().equals(runId)));
        var news = topics.startRunsOf(jobId).stream()
                .filter(command -> command.getRunId().equals(runId))
                .map(WorkerNews::new)
                .findFirst()
                .orElseThrow();
        topics.send(status.equals("FAILED") ? news.failed() : news.completed());
        Eventually.that(
                () -> assertThat(api.get(JOBS + jobId).text("/lastRun/status")).isEqualTo(status));
    }

    private static Answer save(String id, String job) {
        return api.put(JOBS + id, job, "If-Match", "*");
    }

    private static String startingInAnHour() {
        return Jobs.with(
                RECURRING,
                "schedule",
                "{\"kind\": \"ONCE\", \"startAt\": \"%s\"}"
                        .formatted(clock.instant().plus(Duration.ofHours(1))));
    }

    private static String stageOf(String id) {
        var job = api.get(JOBS + id);
        if (job.status() == 404) {
            return "DELETED";
        }
        var active = job.text("/state").equals("ACTIVE");
        if (job.body().required("resumable").asBoolean()) {
            return active ? "RECURRING" : "PAUSED";
        }
        if (!job.body().required("editable").asBoolean()) {
            assertThat(active).as("a job that was submitted is suspended").isFalse(); // P57, P59
            return "SUBMITTED";
        }
        return active ? "WAITING" : "HELD";
    }
}
