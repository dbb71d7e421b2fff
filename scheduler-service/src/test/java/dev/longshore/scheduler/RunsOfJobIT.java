package dev.longshore.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.events.RunEvent;
import dev.longshore.events.RunEventKind;
import dev.longshore.events.RunTrigger;
import dev.longshore.scheduler.testing.Jobs;
import dev.longshore.scheduler.testing.RunningScheduler;
import dev.longshore.scheduler.testing.SchedulerApi;
import dev.longshore.scheduler.testing.TopicReader;
import dev.longshore.scheduler.testing.WorkerNews;
import dev.longshore.testing.Eventually;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The runs of one job: their order, their repetition, and what they keep of the job. */
class RunsOfJobIT {
    private static final String JOBS = "/api/v1/jobs/";

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
    void runs_of_a_job_go_one_after_the_other() {
        var id = api.create(Jobs.HOURLY);
        var first = runNow(id);
        var second = runNow(id);
        var third = runNow(id);

        Eventually.that(() -> assertThat(topics.startRunsOf(id))
                .extracting(run -> run.getRunId())
                .containsExactly(first));
        api.post("/api/v1/runs/" + second + "/cancel", "").hasStatus(202);
        Eventually.that(() -> assertThat(topics.eventsOf(id))
                .filteredOn(event -> event.getRunId().equals(second))
                .extracting(RunEvent::getKind)
                .containsExactlyInAnyOrder(RunEventKind.RUN_REQUESTED, RunEventKind.RUN_CANCELLED));
        topics.send(new WorkerNews(topics.startRunsOf(id).get(0)).completed());
        Eventually.that(() -> assertThat(topics.startRunsOf(id))
                .extracting(run -> run.getRunId())
                .containsExactlyInAnyOrder(first, third));
    }

    @Test
    void a_failed_run_is_repeated_with_its_window_and_settings() {
        var id = api.create(Jobs.HOURLY);
        var runId = runNow(id);
        Eventually.that(() -> assertThat(topics.startRunsOf(id)).hasSize(1));
        var failed = topics.startRunsOf(id).get(0);
        api.post("/api/v1/runs/" + runId + "/retry", "").hasStatus(409);
        topics.send(new WorkerNews(failed).failed());
        Eventually.that(
                () -> assertThat(api.get(JOBS + id).text("/lastRun/status")).isEqualTo("FAILED"));
        api.put(JOBS + id, Jobs.with(Jobs.HOURLY, "title", "\"Renamed\""), "If-Match", "\"1\"")
                .hasStatus(200);

        var again =
                api.post("/api/v1/runs/" + runId + "/retry", "").hasStatus(202).text("/runId");
        Eventually.that(() -> assertThat(topics.startRunsOf(id)).hasSize(2));
        var repeated = topics.startRunsOf(id).stream()
                .filter(command -> command.getRunId().equals(again))
                .findFirst()
                .orElseThrow()
                .getStartRun()
                .getSpecification();
        var original = failed.getStartRun().getSpecification();
        assertThat(repeated.getRetryOf()).isEqualTo(runId);
        assertThat(repeated.getTrigger()).isEqualTo(RunTrigger.RETRY);
        assertThat(repeated.getWindow()).isEqualTo(original.getWindow());
        assertThat(repeated.getJobVersion()).isEqualTo(original.getJobVersion());
        assertThat(repeated.getJobTitle()).isEqualTo(original.getJobTitle());
    }

    @Test
    void a_run_keeps_its_files_for_as_long_as_its_version_of_the_job_says() { // P74
        var id = api.create(Jobs.with(Jobs.HOURLY, "retentionDays", "7"));
        api.post(JOBS + id + "/runs", "").hasStatus(202);
        api.put(JOBS + id, Jobs.HOURLY, "If-Match", "\"1\"").hasStatus(200);
        assertThat(api.get(JOBS + id).body().required("retentionDays").isNull()).isTrue();
        assertThat(api.get(JOBS + id + "/versions/1")
                        .body()
                        .at("/settings/retentionDays")
                        .asInt())
                .isEqualTo(7);
        Eventually.that(
                "the run is started",
                () -> assertThat(topics.startRunsOf(id))
                        .extracting(command -> command.getStartRun()
                                .getSpecification()
                                .getOutput()
                                .getRetentionDays())
                        .containsExactly(7));
    }

    private static String runNow(String jobId) {
        return api.post(JOBS + jobId + "/runs", "").hasStatus(202).text("/runId");
    }
}
