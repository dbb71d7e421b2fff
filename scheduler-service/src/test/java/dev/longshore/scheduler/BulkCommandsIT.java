package dev.longshore.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.longshore.scheduler.testing.Jobs;
import dev.longshore.scheduler.testing.RunningScheduler;
import dev.longshore.scheduler.testing.SchedulerApi;
import dev.longshore.scheduler.testing.SchedulerApi.Answer;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One command to many jobs. */
class BulkCommandsIT {
    private static final String JOBS = "/api/v1/jobs/";
    private static final String NOBODY = "0197a000-0000-7000-8000-000000000001";

    @RegisterExtension
    static final RunningScheduler scheduler = RunningScheduler.asDelivered();

    private static SchedulerApi api;

    @BeforeAll
    static void start() {
        api = scheduler.api();
    }

    @Test
    void a_hundred_jobs_are_suspended_resumed_and_deleted() { // P8, P55, P56, P64
        var ids = IntStream.range(0, 100)
                .mapToObj(i -> api.create(Jobs.with(Jobs.HOURLY, "title", "\"Job %d\"".formatted(i))))
                .toList();

        var suspended = api.post(JOBS + "suspend", body(ids, "\"reason\": \"Migration\""))
                .hasStatus(200);
        assertThat(results(suspended))
                .extracting(result -> result.toList().get(1))
                .containsOnly("DONE")
                .hasSize(100);
        assertThat(suspended
                        .body()
                        .required("results")
                        .valueStream()
                        .map(result -> result.required("id").asString()))
                .containsExactlyElementsOf(ids);
        assertThat(ids)
                .allSatisfy(id ->
                        assertThat(api.get(JOBS + id).text("/suspendedReason")).isEqualTo("Migration"));

        api.post(JOBS + "resume", body(ids, "\"missedRuns\": \"NONE\"")).hasStatus(200);
        assertThat(ids)
                .allSatisfy(id -> assertThat(api.get(JOBS + id).text("/state")).isEqualTo("ACTIVE"));

        api.post(JOBS + "delete", body(ids, "")).hasStatus(200);
        assertThat(ids).allSatisfy(id -> api.get(JOBS + id).hasStatus(404));
    }

    @Test
    void one_that_refuses_holds_up_no_other() { // P58, P65
        var good = api.create(Jobs.HOURLY);
        var busy = api.create(Jobs.IMMEDIATELY);
        var run = api.get(JOBS + busy).text("/lastRun/runId");
        var other = api.create(Jobs.HOURLY);
        var all = List.of(good, NOBODY, busy, other);

        assertThat(results(api.post(JOBS + "suspend", body(all, "")).hasStatus(200)))
                .containsExactly(
                        tuple(good, "DONE", ""),
                        tuple(NOBODY, "REFUSED", "not-found"),
                        tuple(busy, "DONE", ""),
                        tuple(other, "DONE", ""));
        assertThat(results(api.post(JOBS + "resume", body(all, "")).hasStatus(200)))
                .containsExactly(
                        tuple(good, "DONE", ""),
                        tuple(NOBODY, "REFUSED", "not-found"),
                        tuple(busy, "REFUSED", "not-resumable"),
                        tuple(other, "DONE", ""));
        var deleted = api.post(JOBS + "delete", body(all, "")).hasStatus(200);
        assertThat(results(deleted))
                .containsExactly(
                        tuple(good, "DONE", ""),
                        tuple(NOBODY, "REFUSED", "not-found"),
                        tuple(busy, "REFUSED", "run-in-progress"),
                        tuple(other, "DONE", ""));
        assertThat(deleted.text("/results/2/problem/detail")).contains(run);
        assertThat(results(api.post(JOBS + "delete", body(all, "")).hasStatus(200)))
                .as("what is done is gone, what was refused is refused again")
                .extracting(result -> result.toList().get(2))
                .containsExactly("not-found", "not-found", "run-in-progress", "not-found");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "suspend | {} | ids",
                "suspend | {\"ids\": []} | ids",
                "suspend | {\"ids\": \"all\"} | ids",
                "suspend | {\"ids\": [7]} | ids[0]",
                "suspend | {\"ids\": [\"x\"]} | ids[0]",
                "suspend | {\"ids\": [\"" + NOBODY + "\"], \"reason\": 7} | reason",
                "suspend | {\"ids\": [\"" + NOBODY + "\"], \"missedRuns\": \"EACH\"} | missedRuns",
                "resume  | {\"ids\": [\"" + NOBODY + "\", \"" + NOBODY + "\"]} | ids[1]",
                "resume  | {\"ids\": [\"" + NOBODY + "\"], \"missedRuns\": \"SOME\"} | missedRuns",
                "delete  | {\"ids\": [\"" + NOBODY + "\"], \"reason\": \"x\"} | reason"
            })
    void a_bad_command_is_refused_with_the_name_of_its_bad_field(String command, String body, String field) {
        var refused = api.post(JOBS + command, body).hasStatus(400);

        assertThat(refused.text("/errors/0/field")).isEqualTo(field);
    }

    @Test
    void more_than_a_hundred_are_refused() {
        var ids = IntStream.range(0, 101)
                .mapToObj("0197a000-0000-7000-8000-%012d"::formatted)
                .toList();

        assertThat(api.post(JOBS + "suspend", body(ids, "")).hasStatus(400).text("/errors/0/message"))
                .contains("1 to 100");
    }

    @Test
    void who_may_only_look_may_not_command() { // P85
        var id = api.create(Jobs.HOURLY);
        var viewer = scheduler.api("vic", "VIEWER");

        for (var command : List.of("suspend", "resume", "delete")) {
            viewer.post(JOBS + command, body(List.of(id), "")).hasStatus(403);
        }
        assertThat(api.get(JOBS + id).text("/state")).isEqualTo("ACTIVE");
    }

    private static String body(List<String> ids, String more) {
        var list = ids.stream().map("\"%s\""::formatted).collect(Collectors.joining(", "));
        return "{\"ids\": [%s]%s}".formatted(list, more.isEmpty() ? "" : ", " + more);
    }

    /** Id, outcome, and last part of the problem's type or nothing. */
    private static List<Tuple> results(Answer answer) {
        return answer.body()
                .required("results")
                .valueStream()
                .map(result -> tuple(
                        result.required("id").asString(),
                        result.required("outcome").asString(),
                        result.at("/problem/type").asString("").replaceAll(".*/", "")))
                .toList();
    }
}
