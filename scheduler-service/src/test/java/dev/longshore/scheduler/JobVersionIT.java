package dev.longshore.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.scheduler.testing.Jobs;
import dev.longshore.scheduler.testing.RunningScheduler;
import dev.longshore.scheduler.testing.SchedulerApi;
import dev.longshore.scheduler.testing.TopicReader;
import dev.longshore.scheduler.testing.WorkerNews;
import dev.longshore.testing.Eventually;
import java.util.ArrayList;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Versions of jobs, and clones of jobs and runs. */
class JobVersionIT {
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
    void every_edit_makes_a_version_that_stays() { // P60, P61
        var id = api.create(Jobs.with(Jobs.HOURLY, "title", "\"First\""));
        save(id, "Second", "1");
        scheduler
                .api("bob", "ADMIN")
                .put(JOBS + id, Jobs.with(Jobs.HOURLY, "title", "\"Third\""), "If-Match", "\"2\"")
                .hasStatus(200);

        var versions = api.get(JOBS + id + "/versions").hasStatus(200).body();
        assertThat(versions.required("items").valueStream())
                .extracting(version -> version.at("/settings/title").asString())
                .containsExactly("Third", "Second", "First");
        assertThat(versions.at("/items/0/createdBy").asString()).isEqualTo("bob");
        var first = api.get(JOBS + id + "/versions/1").hasStatus(200);
        assertThat(first.header("ETag")).isEqualTo("\"1\"");
        assertThat(first.text("/createdBy")).isEqualTo("ann");
        assertThat(first.text("/settings/title")).isEqualTo("First");
        api.get(JOBS + id + "/versions/4").hasStatus(404);
        api.get(JOBS + id + "/versions/0").hasStatus(404);
    }

    @Test
    void suspending_and_resuming_makes_no_version() { // P55, P56
        var id = api.create(Jobs.HOURLY);

        api.post(JOBS + id + "/suspend", "").hasStatus(200);
        var resumed = api.post(JOBS + id + "/resume", "").hasStatus(200);

        assertThat(resumed.body().required("version").asInt()).isEqualTo(1);
        assertThat(api.get(JOBS + id + "/versions").body().required("items").size())
                .isEqualTo(1);
    }

    @Test
    void versions_are_listed_page_by_page() {
        var id = api.create(Jobs.HOURLY);
        for (int version = 1; version < 5; version++) {
            save(id, "Edit " + version, Integer.toString(version));
        }

        var numbers = new ArrayList<Integer>();
        var page = api.get(JOBS + id + "/versions?limit=2").hasStatus(200).body();
        while (true) {
            page.required("items")
                    .valueStream()
                    .forEach(item -> numbers.add(item.required("version").asInt()));
            if (page.required("nextCursor").isNull()) {
                break;
            }
            page = api.get(JOBS + id + "/versions?limit=2&cursor="
                            + page.required("nextCursor").asString())
                    .hasStatus(200)
                    .body();
        }

        assertThat(numbers).containsExactly(5, 4, 3, 2, 1);
        api.get(JOBS + id + "/versions?limit=0").hasStatus(400);
        api.get(JOBS + id + "/versions?limit=501").hasStatus(400);
    }

    @Test
    void a_clone_of_a_job_can_be_changed_and_leaves_the_original_as_it_is() { // P50..P54
        var id = api.create(Jobs.HOURLY);
        var original = api.get(JOBS + id).body();

        var cloned = api.create(Jobs.with(original.toString(), "title", "\"Clone\""));

        assertThat(cloned).isNotEqualTo(id);
        var clone = api.get(JOBS + cloned).body();
        assertThat(clone.required("title").asString()).isEqualTo("Clone");
        assertThat(Jobs.settingsOf(clone))
                .isEqualTo(Jobs.settingsOf(Jobs.parsed(Jobs.with(original.toString(), "title", "\"Clone\""))));
        assertThat(clone.required("version").asInt()).isEqualTo(1);
        assertThat(api.get(JOBS + id).body()).isEqualTo(original);
    }

    @Test
    void a_clone_of_a_run_has_the_settings_that_it_ran_with() { // P72
        var id = api.create(Jobs.with(Jobs.HOURLY, "title", "\"As it ran\""));
        var window = "{\"window\": {\"from\": \"2020-01-01T00:00:00Z\", \"to\": \"2020-01-02T00:00:00Z\"}}";
        var runId = api.post(JOBS + id + "/runs", window).hasStatus(202).text("/runId");
        save(id, "Edited since", "1");

        var run = api.get("/api/v1/runs/" + runId + "/settings").hasStatus(200);
        assertThat(run.text("/jobId")).isEqualTo(id);
        assertThat(run.body().required("jobVersion").asInt()).isEqualTo(1);
        assertThat(run.text("/trigger")).isEqualTo("MANUAL");
        assertThat(run.text("/window/from")).isEqualTo("2020-01-01T00:00:00Z");
        assertThat(run.text("/settings/title")).isEqualTo("As it ran");
        var clone = api.create(run.body().required("settings").toString());
        assertThat(api.get(JOBS + clone).text("/title")).isEqualTo("As it ran");
    }

    @Test
    void the_settings_of_a_run_outlive_the_job() { // P64, P72
        var id = api.create(Jobs.IMMEDIATELY);
        Eventually.that(() -> assertThat(topics.startRunsOf(id)).hasSize(1));
        var run = topics.startRunsOf(id).get(0);
        topics.send(new WorkerNews(run).completed());
        Eventually.that(() -> api.delete(JOBS + id).hasStatus(204));

        api.get(JOBS + id + "/versions").hasStatus(404);
        var settings = api.get("/api/v1/runs/" + run.getRunId() + "/settings").hasStatus(200);

        assertThat(settings.body().at("/window/from").isNull()).isTrue();
        var again = api.create(settings.body().required("settings").toString()); // P31
        Eventually.that(() -> assertThat(topics.startRunsOf(again)).hasSize(1));
    }

    @Test
    void a_run_that_nobody_issued_has_no_settings() {
        api.get("/api/v1/runs/0197a000-0000-7000-8000-000000000001/settings").hasStatus(404);
        scheduler
                .api("vic", "VIEWER")
                .get("/api/v1/runs/0197a000-0000-7000-8000-000000000001/settings")
                .hasStatus(404);
    }

    private static void save(String id, String title, String version) {
        api.put(JOBS + id, Jobs.with(Jobs.HOURLY, "title", "\"" + title + "\""), "If-Match", "\"" + version + "\"")
                .hasStatus(200);
    }
}
