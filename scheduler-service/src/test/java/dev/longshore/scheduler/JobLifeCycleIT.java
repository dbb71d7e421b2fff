package dev.longshore.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.longshore.events.AuditChange;
import dev.longshore.events.AuditRecorded;
import dev.longshore.events.RunCommandKind;
import dev.longshore.scheduler.testing.Jobs;
import dev.longshore.scheduler.testing.RunningScheduler;
import dev.longshore.scheduler.testing.SchedulerApi;
import dev.longshore.scheduler.testing.TopicReader;
import dev.longshore.scheduler.testing.WorkerNews;
import dev.longshore.testing.Eventually;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JobLifeCycleIT {
    private static final String JOBS = "/api/v1/jobs/";
    private static final String IN_A_YEAR = "{\"kind\": \"ONCE\", \"startAt\": \"2099-01-01T00:00:00Z\"}";

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
    void a_saved_job_is_answered_as_it_was_sent() { // P49
        var created = api.post("/api/v1/jobs", Jobs.HOURLY).hasStatus(201);
        var id = created.text("/id");

        assertThat(created.header("Location")).isEqualTo(JOBS + id);
        var job = api.get(JOBS + id).hasStatus(200);
        assertThat(job.header("ETag")).isEqualTo("\"1\"");
        assertThat(job.body()).isEqualTo(created.body());
        assertThat(Jobs.settingsOf(job.body())).isEqualTo(Jobs.settingsOf(Jobs.parsed(Jobs.HOURLY)));
        assertThat(job.text("/state")).isEqualTo("ACTIVE");
        assertThat(job.text("/createdBy")).isEqualTo("ann");
        assertThat(job.text("/nextFireTime")).endsWith(":05:00Z");
        assertThat(job.body().required("lastRun").isNull()).isTrue();
    }

    @Test
    void an_edit_needs_the_version_that_was_read() { // P60, P61
        var id = api.create(Jobs.HOURLY);
        var renamed = Jobs.with(Jobs.HOURLY, "title", "\"Renamed\"");

        api.put(JOBS + id, renamed).hasStatus(428);
        var changed = api.put(JOBS + id, renamed, "If-Match", "\"1\"").hasStatus(200);
        assertThat(changed.text("/title")).isEqualTo("Renamed");
        assertThat(changed.header("ETag")).isEqualTo("\"2\"");
        api.put(JOBS + id, Jobs.HOURLY, "If-Match", "\"1\"").hasStatus(412);
        assertThat(api.get(JOBS + id).text("/title")).isEqualTo("Renamed");
    }

    @Test
    void a_job_can_be_sent_back_as_it_was_got() {
        var id = api.create(Jobs.HOURLY);

        api.put(JOBS + id, api.get(JOBS + id).body().toString(), "If-Match", "\"1\"")
                .hasStatus(200);
    }

    @Test
    void of_edits_at_the_same_time_one_wins() throws Exception {
        var id = api.create(Jobs.HOURLY);
        var statuses = inParallel(
                8, () -> api.put(JOBS + id, Jobs.HOURLY, "If-Match", "\"1\"").status());

        assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 412);
    }

    @Test
    void a_repeated_request_creates_one_job() throws Exception {
        var ids = inParallel(
                8,
                () -> api.post("/api/v1/jobs", Jobs.IMMEDIATELY, "Idempotency-Key", "k-1")
                        .hasStatus(201)
                        .text("/id"));

        assertThat(ids).hasSize(8).containsOnly(ids.get(0));
        Eventually.that(() -> assertThat(topics.startRunsOf(ids.get(0))).hasSize(1));
        api.post("/api/v1/jobs", Jobs.HOURLY, "Idempotency-Key", "k-1").hasStatus(409);
        assertThat(scheduler
                        .api("bob", "ADMIN")
                        .post("/api/v1/jobs", Jobs.HOURLY, "Idempotency-Key", "k-1")
                        .hasStatus(201)
                        .text("/id"))
                .isNotEqualTo(ids.get(0));
    }

    @Test
    void a_recurring_job_can_be_suspended_and_resumed() { // P55, P56
        var id = api.create(Jobs.HOURLY);

        var suspended =
                api.post(JOBS + id + "/suspend", "{\"reason\": \"Migration\"}").hasStatus(200);
        assertThat(suspended.text("/state")).isEqualTo("SUSPENDED");
        assertThat(suspended.text("/suspendedReason")).isEqualTo("Migration");
        assertThat(suspended.body().required("nextFireTime").isNull()).isTrue();
        var resumed =
                api.post(JOBS + id + "/resume", "{\"missedRuns\": \"NONE\"}").hasStatus(200);
        assertThat(resumed.text("/state")).isEqualTo("ACTIVE");
        assertThat(resumed.text("/nextFireTime")).endsWith(":05:00Z");
    }

    @Test
    void a_one_time_job_cannot_be_resumed() { // P57, P58
        var immediate = api.create(Jobs.IMMEDIATELY);
        var later = api.create(Jobs.with(Jobs.HOURLY, "schedule", IN_A_YEAR));
        api.post(JOBS + later + "/suspend", "").hasStatus(200);

        for (var id : List.of(immediate, later)) {
            var refused = api.post(JOBS + id + "/resume", "").hasStatus(409);
            assertThat(refused.text("/type")).endsWith("/not-resumable");
            assertThat(api.get(JOBS + id).body().required("resumable").asBoolean())
                    .isFalse();
        }
    }

    @Test
    void a_one_time_job_can_be_edited_until_it_is_submitted() { // P62, P63
        var later = api.create(Jobs.with(Jobs.HOURLY, "schedule", IN_A_YEAR));
        api.post(JOBS + later + "/suspend", "").hasStatus(200);
        var saved = api.put(JOBS + later, Jobs.with(Jobs.HOURLY, "schedule", IN_A_YEAR), "If-Match", "\"1\"")
                .hasStatus(200);
        assertThat(saved.text("/state")).isEqualTo("ACTIVE");

        var started =
                api.put(JOBS + later, Jobs.IMMEDIATELY, "If-Match", "\"2\"").hasStatus(200);
        assertThat(started.text("/state")).isEqualTo("SUSPENDED");
        assertThat(started.body().required("editable").asBoolean()).isFalse();
        Eventually.that(() -> assertThat(topics.startRunsOf(later)).hasSize(1));
        var refused = api.put(JOBS + later, Jobs.HOURLY, "If-Match", "\"3\"").hasStatus(409);
        assertThat(refused.text("/type")).endsWith("/not-editable");
    }

    @Test
    void a_job_with_a_run_in_progress_cannot_be_deleted_until_it_is_cancelled() { // P64, P65
        var id = api.create(Jobs.IMMEDIATELY);
        Eventually.that(() -> assertThat(topics.startRunsOf(id)).hasSize(1));
        var run = topics.startRunsOf(id).get(0);

        var refused = api.delete(JOBS + id).hasStatus(409);
        assertThat(refused.text("/type")).endsWith("/run-in-progress");
        assertThat(refused.text("/detail")).contains(run.getRunId());
        api.post("/api/v1/runs/" + run.getRunId() + "/cancel", "").hasStatus(202);
        api.post("/api/v1/runs/" + run.getRunId() + "/cancel", "").hasStatus(202);
        Eventually.that(() -> assertThat(topics.commands(RunCommandKind.CANCEL_RUN))
                .filteredOn(cancel -> cancel.getRunId().equals(run.getRunId()))
                .hasSize(1));
        topics.send(new WorkerNews(run).cancelled());
        Eventually.that(() -> api.delete(JOBS + id).hasStatus(204));
        api.get(JOBS + id).hasStatus(404);
        api.post("/api/v1/runs/" + run.getRunId() + "/cancel", "").hasStatus(409);
        api.post("/api/v1/runs/" + run.getRunId() + "/retry", "").hasStatus(409);
    }

    @Test
    void the_preview_and_the_catalog_answer() { // P21, P22
        var preview = api.post("/api/v1/jobs/preview?count=3", Jobs.HOURLY).hasStatus(200);
        assertThat(preview.body().required("fireTimes").size()).isEqualTo(3);
        assertThat(preview.text("/fireTimes/0/local")).endsWith("[Europe/Rome]");
        assertThat(preview.text("/fireTimes/0/window/to")).isEqualTo(preview.text("/fireTimes/0/at"));
        var catalog = api.get("/api/v1/catalog").hasStatus(200);
        assertThat(catalog.text("/sources/0/source")).isEqualTo("CONTACT_HISTORY");
        assertThat(catalog.body()
                        .at("/sources/0/types")
                        .valueStream()
                        .map(type -> type.required("type").asString()))
                .containsExactly("INTERACTION", "CONTACT");
        assertThat(catalog.body().at("/sources/0/types/1/entityTypes").isNull()).isTrue();
    }

    @Test
    void every_act_on_a_job_and_its_runs_is_told_to_the_audit_log() {
        var id = api.create(Jobs.HOURLY);
        var changed = Jobs.with(Jobs.with(Jobs.HOURLY, "title", "\"Renamed\""), "retentionDays", "7");
        api.put(JOBS + id, changed, "If-Match", "\"1\"").hasStatus(200);
        api.put(JOBS + id, changed, "If-Match", "\"1\"").hasStatus(412);
        api.post(JOBS + id + "/suspend", "{\"reason\": \"holidays\"}").hasStatus(200);
        api.post(JOBS + id + "/resume", "{\"missedRuns\": \"NONE\"}").hasStatus(200);
        var run = api.post(JOBS + id + "/runs", "").hasStatus(202).text("/runId");
        var backfill = api.post(
                        JOBS + id + "/backfills",
                        "{\"from\": \"2026-01-01T00:00:00Z\", \"to\": \"2026-01-01T02:00:00Z\"}")
                .hasStatus(202)
                .text("/id");
        api.post(JOBS + id + "/backfills/" + backfill + "/cancel", "").hasStatus(202);
        api.delete(JOBS + id).hasStatus(409);
        api.post("/api/v1/runs/" + run + "/cancel", "").hasStatus(202);
        Eventually.that(
                "the log is told of the run",
                () -> assertThat(actions(run)).containsExactly("RUN_REQUESTED", "RUN_CANCELLED"));
        topics.send(new WorkerNews(topics.startRunsOf(id).get(0)).cancelled());
        Eventually.that("the run has ended", () -> api.delete(JOBS + id).hasStatus(204));

        Eventually.that(
                "the log is told of the job",
                () -> assertThat(actions(id))
                        .containsExactly("JOB_CREATED", "JOB_CHANGED", "JOB_SUSPENDED", "JOB_RESUMED", "JOB_DELETED"));
        assertThat(actions(backfill)).containsExactly("BACKFILL_REQUESTED", "BACKFILL_CANCELLED");
        var records = topics.auditOf(id);
        assertThat(records).allSatisfy(record -> {
            assertThat(record.getActor()).isEqualTo("ann");
            assertThat(record.getRole()).isNotBlank();
            assertThat(record.getAddress()).isEqualTo("127.0.0.1");
            assertThat(record.getSubjectKind()).isEqualTo("JOB");
            assertThat(record.getSource()).isEqualTo("CONTACT_HISTORY");
        });
        assertThat(records.get(1).getSubjectName()).isEqualTo("Renamed");
        assertThat(records.get(1).getChanges())
                .extracting(AuditChange::getField, AuditChange::getFrom, AuditChange::getTo)
                .containsExactly(
                        tuple("retentionDays", null, "7"),
                        tuple(
                                "title",
                                Jobs.parsed(Jobs.HOURLY).required("title").asString(),
                                "Renamed"));
        assertThat(records.get(2).getChanges())
                .extracting(AuditChange::getField, AuditChange::getTo)
                .containsExactly(tuple("reason", "holidays"));
    }

    private static <T> List<T> inParallel(int times, Callable<T> call) throws Exception {
        var threads = Executors.newFixedThreadPool(times);
        try {
            var results = new ArrayList<T>();
            for (var future : threads.invokeAll(
                    IntStream.range(0, times).mapToObj(i -> call).toList())) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdown();
        }
    }

    private static List<String> actions(String subjectId) {
        return topics.auditOf(subjectId).stream().map(AuditRecorded::getAction).toList();
    }
}
