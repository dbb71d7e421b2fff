package dev.longshore.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.events.RunEvent;
import dev.longshore.scheduler.testing.Jobs;
import dev.longshore.scheduler.testing.RunningScheduler;
import dev.longshore.scheduler.testing.SchedulerApi;
import dev.longshore.scheduler.testing.TopicReader;
import dev.longshore.scheduler.testing.WorkerNews;
import dev.longshore.testing.Eventually;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Jobs whose runs keep failing. */
class FailureLimitIT {
    private static final String JOBS = "/api/v1/jobs/";
    private static final String THREE = Jobs.with(Jobs.HOURLY, "suspendAfterFailures", "3");

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
    void a_job_is_suspended_when_as_many_runs_in_a_row_have_failed_as_it_allows() {
        var id = api.create(THREE);

        runAndEnd(id, WorkerNews::failed, "FAILED");
        runAndEnd(id, WorkerNews::failed, "FAILED");
        assertThat(api.get(JOBS + id).text("/state")).isEqualTo("ACTIVE");
        runAndEnd(id, WorkerNews::failed, "FAILED");

        var job = api.get(JOBS + id);
        assertThat(job.text("/state")).isEqualTo("SUSPENDED");
        assertThat(job.text("/suspendedReason"))
                .isEqualTo("Suspended after 3 failed runs in a row: SOURCE_UNAVAILABLE");
        assertThat(job.body().required("nextFireTime").isNull()).isTrue();
    }

    @Test
    void a_completed_run_ends_the_row_and_a_cancelled_one_does_not() {
        var id = api.create(Jobs.with(Jobs.HOURLY, "suspendAfterFailures", "2"));

        runAndEnd(id, WorkerNews::failed, "FAILED");
        runAndEnd(id, WorkerNews::completed, "COMPLETED");
        runAndEnd(id, WorkerNews::failed, "FAILED");
        assertThat(api.get(JOBS + id).text("/state")).isEqualTo("ACTIVE");
        runAndEnd(id, WorkerNews::cancelled, "CANCELLED");
        assertThat(api.get(JOBS + id).text("/state")).isEqualTo("ACTIVE");
        runAndEnd(id, WorkerNews::failed, "FAILED");
        assertThat(api.get(JOBS + id).text("/state")).isEqualTo("SUSPENDED");
    }

    @Test
    void a_resumption_counts_anew() { // P56
        var id = api.create(Jobs.with(Jobs.HOURLY, "suspendAfterFailures", "2"));
        runAndEnd(id, WorkerNews::failed, "FAILED");
        runAndEnd(id, WorkerNews::failed, "FAILED");
        var resumed = api.post(JOBS + id + "/resume", "").hasStatus(200);
        assertThat(resumed.body().required("suspendedReason").isNull()).isTrue();

        runAndEnd(id, WorkerNews::failed, "FAILED");

        assertThat(api.get(JOBS + id).text("/state")).isEqualTo("ACTIVE");
    }

    @Test
    void a_failure_that_is_told_twice_counts_once() {
        var id = api.create(Jobs.with(Jobs.HOURLY, "suspendAfterFailures", "2"));
        var news = runAndEnd(id, WorkerNews::failed, "FAILED");
        topics.send(news);
        topics.send(RunEvent.newBuilder(news)
                .setEventId(TopicReader.eventId(id, "again"))
                .build());

        runAndEnd(id, WorkerNews::completed, "COMPLETED");
        runAndEnd(id, WorkerNews::failed, "FAILED");

        assertThat(api.get(JOBS + id).text("/state")).isEqualTo("ACTIVE");
    }

    @Test
    void without_a_limit_a_job_goes_on() {
        var id = api.create(Jobs.HOURLY);

        for (int i = 0; i < 4; i++) {
            runAndEnd(id, WorkerNews::failed, "FAILED");
        }

        var job = api.get(JOBS + id);
        assertThat(job.text("/state")).isEqualTo("ACTIVE");
        assertThat(job.body().required("suspendAfterFailures").isNull()).isTrue();
    }

    @Test
    void the_backfills_of_a_job_stop_with_it() {
        var id = api.create(Jobs.with(Jobs.HOURLY, "suspendAfterFailures", "1"));
        var backfill = api.post(
                        JOBS + id + "/backfills",
                        "{\"from\": \"2020-01-01T00:00:00Z\", \"to\": \"2020-01-02T00:00:00Z\"}")
                .hasStatus(202)
                .text("/id");
        Eventually.that(() -> assertThat(topics.startRunsOf(id)).hasSize(1));

        topics.send(new WorkerNews(topics.startRunsOf(id).get(0)).failed());
        Eventually.that(() -> assertThat(api.get(JOBS + id).text("/state")).isEqualTo("SUSPENDED"));

        var stopped = api.get(JOBS + id + "/backfills/" + backfill);
        assertThat(stopped.text("/state")).isEqualTo("CANCELLED");
        assertThat(stopped.text("/stoppedReason"))
                .isEqualTo("Suspended after 1 failed run in a row: SOURCE_UNAVAILABLE");
        assertThat(topics.startRunsOf(id)).hasSize(1);
    }

    /** Runs the job by hand, and lets the workers end the run. */
    private static RunEvent runAndEnd(String jobId, Function<WorkerNews, RunEvent> news, String status) {
        var runId = api.post(JOBS + jobId + "/runs", "").hasStatus(202).text("/runId");
        Eventually.that(() -> assertThat(topics.startRunsOf(jobId))
                .anyMatch(command -> command.getRunId().equals(runId)));
        var event = topics.startRunsOf(jobId).stream()
                .filter(command -> command.getRunId().equals(runId))
                .map(command -> news.apply(new WorkerNews(command)))
                .findFirst()
                .orElseThrow();
        topics.send(event);
        Eventually.that(
                () -> assertThat(api.get(JOBS + jobId).text("/lastRun/status")).isEqualTo(status));
        return event;
    }
}
