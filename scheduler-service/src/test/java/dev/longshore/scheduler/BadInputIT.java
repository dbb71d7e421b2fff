package dev.longshore.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.longshore.scheduler.testing.BadJobs;
import dev.longshore.scheduler.testing.Jobs;
import dev.longshore.scheduler.testing.RunningScheduler;
import dev.longshore.scheduler.testing.SchedulerApi;
import dev.longshore.scheduler.testing.SchedulerApi.Answer;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Whatever is wrong with a request is named, and nothing of it is stored. */
class BadInputIT {
    private static final String ID = "0197a000-0000-7000-8000-000000000001";

    @RegisterExtension
    static final RunningScheduler scheduler = RunningScheduler.asDelivered();

    private static SchedulerApi api;
    private static String savedJob;

    @BeforeAll
    static void start() {
        api = scheduler.api();
        savedJob = api.create(Jobs.with(Jobs.HOURLY, "title", "\"The only job\""));
    }

    @ParameterizedTest
    @MethodSource("dev.longshore.scheduler.testing.BadJobs#all")
    void a_bad_job_is_refused_with_the_name_of_its_bad_field(BadJobs.BadJob bad) {
        var created = api.post("/api/v1/jobs", bad.json());
        var changed = api.put("/api/v1/jobs/" + savedJob, bad.json(), "If-Match", "*");
        var previewed = api.post("/api/v1/jobs/preview", bad.json());

        for (var answer : List.of(created, changed, previewed)) {
            assertThat(fieldsOf(answer)).containsExactly(bad.field());
        }
        assertNothingIsStored();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/suspend  | {\"reason\": 7}                                  | reason",
                "/suspend  | {\"cause\": \"x\"}                               | cause",
                "/resume   | {\"missedRuns\": \"SOME\"}                       | missedRuns",
                "/runs     | {\"window\": {\"from\": \"2026-01-01T00:00:00Z\"}} | window.to",
                "/runs     | {\"window\": {\"from\": 1, \"to\": \"2026-01-01T00:00:00Z\"}} | window.from",
                "/runs     | {\"window\": {\"from\": \"2026-01-01T00:00:00Z\", \"to\": \"2026-01-01T00:00:00Z\"}} | window.to",
                "/runs     | {\"window\": \"today\"}                          | window",
                "/runs     | {\"window\": {\"from\": \"2026-01-01T00:00:00Z\", \"to\": \"2099-01-01T00:00:00Z\"}} | window.to"
            })
    void a_bad_command_is_refused_with_the_name_of_its_bad_field(String command, String body, String field) {
        assertThat(fieldsOf(api.post("/api/v1/jobs/" + savedJob + command, body)))
                .containsExactly(field);
        assertNothingIsStored();
    }

    @ParameterizedTest
    @CsvSource({"jobs?limit=0, limit", "jobs?sort=colour, sort", "jobs?state=GONE, state", "jobs?cursor=x, cursor"})
    void a_bad_parameter_is_refused_by_name(String path, String parameter) {
        assertThat(fieldsOf(api.get("/api/v1/" + path))).containsExactly(parameter);
    }

    @Test
    void what_is_not_json_is_refused() {
        for (var body : List.of("{", "not json", "[]", "7", "null")) {
            assertThat(api.post("/api/v1/jobs", body).status()).as(body).isEqualTo(400);
        }
        assertNothingIsStored();
    }

    @Test
    void what_does_not_exist_is_not_found() {
        api.get("/api/v1/jobs/" + ID).hasStatus(404);
        api.put("/api/v1/jobs/" + ID, Jobs.HOURLY, "If-Match", "*").hasStatus(404);
        api.delete("/api/v1/jobs/" + ID).hasStatus(404);
        api.post("/api/v1/jobs/" + ID + "/suspend", "").hasStatus(404);
        api.post("/api/v1/jobs/" + ID + "/resume", "").hasStatus(404);
        api.post("/api/v1/jobs/" + ID + "/runs", "").hasStatus(404);
        api.post("/api/v1/runs/" + ID + "/cancel", "").hasStatus(404);
        api.post("/api/v1/runs/" + ID + "/retry", "").hasStatus(404);
        api.get("/api/v1/jobs/17").hasStatus(400);
    }

    @Test
    void who_may_only_look_may_not_change_anything() { // P85
        var viewer = scheduler.api("vic", "VIEWER");

        viewer.get("/api/v1/jobs/" + savedJob).hasStatus(200);
        viewer.post("/api/v1/jobs/preview", Jobs.HOURLY).hasStatus(200);
        viewer.post("/api/v1/jobs", Jobs.HOURLY).hasStatus(403);
        viewer.put("/api/v1/jobs/" + savedJob, Jobs.HOURLY, "If-Match", "*").hasStatus(403);
        viewer.delete("/api/v1/jobs/" + savedJob).hasStatus(403);
        viewer.post("/api/v1/jobs/" + savedJob + "/runs", "").hasStatus(403);
        viewer.post("/api/v1/runs/" + ID + "/cancel", "").hasStatus(403);
        new SchedulerApi(api.base(), "Bearer x").get("/api/v1/jobs").hasStatus(401);
        assertNothingIsStored();
    }

    private static List<String> fieldsOf(Answer answer) {
        answer.hasStatus(400);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        return answer.body()
                .required("errors")
                .valueStream()
                .map(error -> error.required("field").asString())
                .toList();
    }

    private static void assertNothingIsStored() {
        assertThat(api.get("/api/v1/jobs").body().required("items").valueStream())
                .extracting(job -> job.required("title").asString(), BadInputIT::versionOf)
                .containsExactly(tuple("The only job", 1));
    }

    private static int versionOf(JsonNode job) {
        return job.required("version").asInt();
    }
}
