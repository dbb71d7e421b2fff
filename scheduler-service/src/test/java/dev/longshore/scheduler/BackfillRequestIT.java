package dev.longshore.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.scheduler.testing.Jobs;
import dev.longshore.scheduler.testing.RunningScheduler;
import dev.longshore.scheduler.testing.SchedulerApi;
import dev.longshore.scheduler.testing.SchedulerApi.Answer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a backfill may be asked for, by whom, and what is refused. */
class BackfillRequestIT {
    private static final String JOBS = "/api/v1/jobs/";
    private static final String HOURLY =
            Jobs.with(Jobs.with(Jobs.HOURLY, "schedule.minute", "0"), "timeZone", "\"UTC\"");
    private static final String THREE_HOURS = range("2023-11-01T00:30:00Z", "2023-11-01T02:30:00Z", false);

    @RegisterExtension
    static final RunningScheduler scheduler = RunningScheduler.asDelivered();

    private static SchedulerApi api;

    @BeforeAll
    static void start() {
        api = scheduler.api();
    }

    @Test
    void a_repeated_request_is_one_backfill() {
        var id = api.create(HOURLY);
        var path = JOBS + id + "/backfills";

        var first = api.post(path, THREE_HOURS, "Idempotency-Key", "b-1").hasStatus(202);
        var again = api.post(path, THREE_HOURS, "Idempotency-Key", "b-1").hasStatus(202);

        assertThat(again.text("/id")).isEqualTo(first.text("/id"));
        assertThat(first.header("Location")).isEqualTo(path + "/" + first.text("/id"));
        assertThat(api.get(path).body().required("items").size()).isEqualTo(1);
        api.post(path, range("2023-10-01T00:00:00Z", "2023-10-01T01:00:00Z", false), "Idempotency-Key", "b-1")
                .hasStatus(409);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | from",
                "{\"from\": \"2023-11-01T00:00:00Z\", \"to\": \"2023-11-01T00:00:00Z\"} | to",
                "{\"from\": \"2023-11-01T00:00:00Z\", \"to\": \"2099-01-01T00:00:00Z\"} | to",
                "{\"from\": \"2023-11-01\", \"to\": \"2023-11-02T00:00:00Z\"} | from",
                "{\"from\": \"2023-11-01T00:00:00Z\", \"to\": \"2023-11-02T00:00:00Z\", \"dryRun\": \"yes\"} | dryRun",
                "{\"from\": \"2023-11-01T00:00:00Z\", \"to\": \"2023-11-02T00:00:00Z\", \"size\": 1} | size",
                "{\"from\": \"2023-01-01T00:00:00Z\", \"to\": \"2024-01-01T00:00:00Z\"} | to"
            })
    void a_bad_range_is_refused_by_name(String body, String field) {
        var id = api.create(HOURLY);

        var refused = backfill(id, body).hasStatus(400);

        assertThat(refused.text("/errors/0/field")).isEqualTo(field);
        assertThat(api.get(JOBS + id + "/backfills").body().required("items").isEmpty())
                .isTrue();
    }

    @Test
    void too_many_windows_are_refused_with_the_end_that_would_do() {
        var id = api.create(HOURLY);

        var refused = backfill(id, range("2023-01-01T00:00:00Z", "2024-01-01T00:00:00Z", true))
                .hasStatus(400);

        assertThat(refused.text("/errors/0/message"))
                .contains("2023-02-11T16:00:00Z")
                .contains("1,000");
        backfill(id, range("2023-01-01T00:00:00Z", "2023-02-11T16:00:00Z", true))
                .hasStatus(200);
    }

    @Test
    void a_one_time_job_has_no_period() { // P33
        var id = api.create(Jobs.IMMEDIATELY);

        assertThat(backfill(id, THREE_HOURS).hasStatus(409).text("/type")).endsWith("/no-period");
    }

    @Test
    void who_may_only_look_may_not_backfill() { // P85
        var id = api.create(HOURLY);
        var viewer = scheduler.api("vic", "VIEWER");

        viewer.post(JOBS + id + "/backfills", THREE_HOURS).hasStatus(403);
        viewer.get(JOBS + id + "/backfills").hasStatus(200);
    }

    private static Answer backfill(String jobId, String body) {
        return api.post(JOBS + jobId + "/backfills", body);
    }

    private static String range(String from, String to, boolean dryRun) {
        return "{\"from\": \"%s\", \"to\": \"%s\", \"dryRun\": %s}".formatted(from, to, dryRun);
    }
}
