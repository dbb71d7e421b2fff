package dev.longshore.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.scheduler.testing.Jobs;
import dev.longshore.scheduler.testing.OpenApiDocument;
import dev.longshore.scheduler.testing.RunningScheduler;
import dev.longshore.scheduler.testing.SchedulerApi;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class JobListIT {
    private static final int COUNT = 23;
    private static final String LIST = "/api/v1/jobs?";

    @RegisterExtension
    static final RunningScheduler scheduler = RunningScheduler.asDelivered();

    private static SchedulerApi api;

    @BeforeAll
    static void start() {
        api = scheduler.api();
        for (int i = 0; i < COUNT; i++) {
            var ground = i % 3 == 0 ? Jobs.IMMEDIATELY : Jobs.HOURLY;
            api.create(Jobs.with(ground, "title", "\"%s %02d%%_\"".formatted(i % 2 == 0 ? "Even" : "odd", i)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "title",
                "-title",
                "type,-title",
                "-type,state,title",
                "lastRun.status,title",
                "-lastRun.at",
                "nextFireTime,-title",
                "-updatedAt",
                "createdBy,source,-createdAt"
            })
    void pages_put_together_are_the_whole_list(String sort) {
        var whole = ids(api.get(LIST + "limit=500&sort=" + sort).hasStatus(200).body());
        assertThat(whole).hasSize(COUNT).doesNotHaveDuplicates();

        var pages = new ArrayList<String>();
        var page = api.get(LIST + "limit=4&sort=" + sort).hasStatus(200).body();
        while (true) {
            pages.addAll(ids(page));
            if (page.required("nextCursor").isNull()) {
                break;
            }
            page = api.get(LIST + "limit=4&sort=" + sort + "&cursor="
                            + page.required("nextCursor").asString())
                    .hasStatus(200)
                    .body();
        }
        assertThat(pages).isEqualTo(whole);
    }

    @Test
    void titles_sort_regardless_of_case_in_both_directions() { // P7
        var up = titles("sort=title&limit=500");

        assertThat(up).isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER);
        assertThat(titles("sort=-title&limit=500"))
                .isSortedAccordingTo(Comparator.comparing((String title) -> title, String.CASE_INSENSITIVE_ORDER)
                        .reversed());
    }

    @Test
    void a_job_that_comes_meanwhile_moves_no_other_to_another_page() {
        var first = api.get(LIST + "limit=5&sort=title").body();
        var after = "&cursor=" + first.required("nextCursor").asString();
        var second = ids(api.get(LIST + "limit=5&sort=title" + after).body());
        var intruder = api.create(Jobs.with(Jobs.HOURLY, "title", "\"AAA\""));

        assertThat(ids(api.get(LIST + "limit=5&sort=title" + after).body())).isEqualTo(second);
        api.delete("/api/v1/jobs/" + intruder).hasStatus(204);
    }

    @Test
    void a_job_in_the_list_is_the_job() { // P2..P7
        var listed = api.get(LIST + "q=Even%2000").hasStatus(200).body().at("/items/0");

        assertThat(listed)
                .isEqualTo(api.get("/api/v1/jobs/" + listed.required("id").asString())
                        .body());
        assertThat(listed.required("source").asString()).isEqualTo("CONTACT_HISTORY");
        assertThat(listed.required("type").asString()).isEqualTo("CONTACT");
        assertThat(listed.at("/lastRun/status").asString()).isEqualTo("REQUESTED");
        assertThat(listed.at("/lastRun/at").asString()).isNotBlank();
    }

    @Test
    void jobs_are_filtered() { // P9, P10
        assertThat(titles("type=CONTACT&limit=500")).hasSize(8);
        assertThat(titles("type=INTERACTION&state=ACTIVE&limit=500")).hasSize(15);
        assertThat(titles("state=SUSPENDED&limit=500")).hasSize(8);
        assertThat(titles("source=CONTACT_HISTORY&limit=500")).hasSize(COUNT);
        assertThat(titles("source=IWD")).isEmpty();
        assertThat(titles("q=ODD&limit=500")).hasSize(11);
        assertThat(titles("q=04%25_")).containsExactly("Even 04%_");
        assertThat(titles("q=WAREHOUSE&limit=500")).as("the description").hasSize(15);
    }

    @Test
    void the_api_is_what_its_committed_document_says() {
        new OpenApiDocument("scheduler-service")
                .assertSameAs(api.get("/v3/api-docs").hasStatus(200).body());
    }

    private static List<String> ids(JsonNode list) {
        return list.required("items")
                .valueStream()
                .map(job -> job.required("id").asString())
                .toList();
    }

    private static List<String> titles(String query) {
        return api.get(LIST + query)
                .hasStatus(200)
                .body()
                .required("items")
                .valueStream()
                .map(job -> job.required("title").asString())
                .toList();
    }
}
