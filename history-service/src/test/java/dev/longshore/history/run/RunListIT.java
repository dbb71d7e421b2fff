package dev.longshore.history.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.history.testing.HistoryApi;
import dev.longshore.history.testing.RunMessages;
import dev.longshore.history.testing.RunningHistory;
import dev.longshore.platform.time.Ids;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** The list of runs by REST: every order, every filter. */
class RunListIT {
    private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");

    @RegisterExtension
    static final RunningHistory history = RunningHistory.asDelivered();

    private final HistoryApi viewer = history.api("VIEWER");
    private final HistoryApi exporter = history.api("EXPORTER");

    // P68
    @Test
    void every_sort_pages_through_all_runs_once_and_in_order() {
        UUID jobId = Ids.nameBased("sorted job");
        for (int i = 0; i < 23; i++) {
            RunMessages run = new RunMessages(
                    Ids.nameBased("sorted", Integer.toString(i)),
                    jobId,
                    START.plusSeconds(60L * (i % 7)),
                    i % 2 == 0 ? "INTERACTION" : "CONTACT",
                    "Title " + i % 3);
            history.project(List.of(run.requested()));
            if (i % 4 > 0) {
                history.project(List.of(run.accepted(), run.planned(1, 10)));
            }
            if (i % 4 > 1) {
                history.project(List.of(run.pause(Duration.ofSeconds(i)).completed(1, i % 5, i % 5 * 100L, "cafe", 4)));
            }
        }
        for (String field : List.of(
                "requestedAt",
                "fireTime",
                "startedAt",
                "endedAt",
                "duration",
                "jobTitle",
                "source",
                "type",
                "status",
                "rows",
                "bytes",
                "fileName")) {
            List<String> ascending = pageThrough("/api/v1/runs?jobId=" + jobId + "&limit=5&sort=" + field);
            List<String> descending = pageThrough("/api/v1/runs?jobId=" + jobId + "&limit=5&sort=-" + field);
            assertThat(ascending).as(field).hasSize(23).doesNotHaveDuplicates();
            List<String> reversed = new ArrayList<>(descending);
            Collections.reverse(reversed);
            assertThat(reversed).as("-" + field).isEqualTo(ascending);
        }
        JsonNode newest = viewer.getJson("/api/v1/runs?jobId=" + jobId + "&limit=500");
        List<String> requested = new ArrayList<>();
        newest.at("/items").forEach(run -> requested.add(run.at("/requestedAt").asString()));
        assertThat(requested).isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void filters_narrow_the_list() {
        UUID jobId = Ids.nameBased("filtered job");
        RunMessages contacts = new RunMessages(
                Ids.nameBased("filtered contacts"), jobId, START.plusSeconds(600), "CONTACT", "Contacts");
        RunMessages skipped = new RunMessages(Ids.nameBased("filtered skipped"), jobId, START.plusSeconds(700));
        history.project(List.of(contacts.requested(), skipped.skipped("The run before is not finished")));
        String all = "/api/v1/runs?jobId=" + jobId;
        assertThat(idsOf(all)).hasSize(2);
        assertThat(idsOf(all + "&type=CONTACT"))
                .containsExactly(contacts.runId().toString());
        assertThat(idsOf(all + "&source=IWD")).isEmpty();
        assertThat(idsOf(all + "&status=SKIPPED"))
                .containsExactly(skipped.runId().toString());
        assertThat(idsOf(all + "&status=REQUESTED&status=SKIPPED")).hasSize(2);
        assertThat(idsOf(all + "&from=2026-11-23T10:10:01Z&to=2026-11-23T10:11:41Z"))
                .as("half-open")
                .containsExactly(contacts.runId().toString());
        JsonNode view = viewer.getJson("/api/v1/runs/" + skipped.runId());
        assertThat(view.at("/failure/kind").asString()).isEqualTo("SKIPPED");
        assertThat(view.at("/failure/message").asString()).isEqualTo("The run before is not finished");
    }

    // P68
    @Test
    void every_column_has_a_filter() {
        UUID jobId = Ids.nameBased("job of every column");
        RunMessages small = new RunMessages(
                Ids.nameBased("small run"), jobId, START.plusSeconds(3_600), "CONTACT", "100 % of _contacts_");
        RunMessages large = new RunMessages(
                Ids.nameBased("large run"), jobId, START.plusSeconds(7_200), "INTERACTION", "Chats, nightly");
        RunMessages active = new RunMessages(Ids.nameBased("active run"), jobId, START.plusSeconds(9_000));
        history.project(List.of(
                small.requested(),
                small.accepted(),
                small.assembled(1, 5, "worker-a", "contacts-0001-of-0001.jsonl", 10, 700, "beef"),
                small.pause(Duration.ofSeconds(9)).completed(1, 10, 700, "cafe", 4)));
        history.project(List.of(
                large.requested(),
                large.accepted(),
                large.assembled(2, 6, "worker-a", "Chats-0002-of-0002.jsonl", 5_000, 1_000_000, "beef"),
                large.assembled(1, 5, "worker-a", "Chats-0001-of-0002.jsonl", 5_000, 1_000_000, "beef"),
                large.pause(Duration.ofMinutes(5)).completed(2, 10_000, 2_000_000, "cafe", 4)));
        history.project(List.of(active.requested(), active.accepted()));
        String all = "/api/v1/runs?jobId=" + jobId;
        assertOnly(
                small, all + "&q=CONTACTS", all + "&q=%25%20of%20_", all + "&file=contacts-0001", all + "&maxRows=10");
        assertOnly(small, all + "&minBytes=1&maxBytes=1999999", all + "&minSeconds=1&maxSeconds=30");
        assertOnly(small, all + "&startedFrom=2026-11-23T10:59:00Z&startedTo=2026-11-23T11:30:00Z");
        assertOnly(small, all + "&endedTo=2026-11-23T12:00:00Z", all + "&type=CONTACT&type=IWD&trigger=SCHEDULE");
        assertOnly(large, all + "&q=chats", all + "&file=chats-0002-OF-0002", all + "&minRows=10000");
        assertOnly(large, all + "&minBytes=2000000", all + "&minSeconds=300", all + "&endedFrom=2026-11-23T12:00:00Z");
        assertOnly(active, all + "&status=REQUESTED", all + "&startedFrom=2026-11-23T12:20:00Z");
        assertThat(idsOf(all + "&minRows=0"))
                .as("an active run has no rows yet")
                .hasSize(2);
        assertThat(idsOf(all + "&trigger=RETRY")).isEmpty();
        assertThat(idsOf(all + "&q=no such title".replace(" ", "%20"))).isEmpty();
        assertThat(idsOf(all + "&q=contact_"))
                .as("an underscore is an underscore")
                .isEmpty();

        JsonNode view = viewer.getJson("/api/v1/runs/" + large.runId());
        assertThat(view.at("/fileName").asString()).isEqualTo("Chats-0001-of-0002.jsonl");
        assertThat(view.at("/storedBytes").asLong()).isEqualTo(2_000_000);
        assertThat(view.at("/requestedBy").asString()).isEqualTo("scheduler");
    }

    @Test
    void bad_input_is_refused_by_name() {
        assertRefused("/api/v1/runs?limit=0", "limit");
        assertRefused("/api/v1/runs?limit=501", "limit");
        assertRefused("/api/v1/runs?limit=many", "limit");
        assertRefused("/api/v1/runs?sort=colour", "sort");
        assertRefused("/api/v1/runs?sort=status,rows", "sort");
        assertRefused("/api/v1/runs?cursor=nonsense", "cursor");
        assertRefused("/api/v1/runs?status=DONE", "status");
        assertRefused("/api/v1/runs?jobId=7", "jobId");
        assertRefused("/api/v1/runs?from=2026-11-23T10:00:00Z&to=2026-11-23T09:00:00Z", "to");
        assertRefused("/api/v1/runs?startedFrom=yesterday", "startedFrom");
        assertRefused("/api/v1/runs?endedFrom=2026-11-23T10:00:00Z&endedTo=2026-11-23T10:00:00Z", "endedTo");
        assertRefused("/api/v1/runs?minRows=-1", "minRows");
        assertRefused("/api/v1/runs?minBytes=2&maxBytes=1", "maxBytes");
        assertRefused("/api/v1/runs?maxSeconds=3155760001", "maxSeconds");
        assertRefused("/api/v1/runs?minRows=many", "minRows");
        assertRefused("/api/v1/runs?trigger=CHANCE", "trigger");
        assertRefused("/api/v1/runs?statuss=FAILED", "statuss");
        assertRefused("/api/v1/runs?q=" + "x".repeat(256), "q");
        assertRefused("/api/v1/artifacts?limit=0", "limit");
        assertRefused("/api/v1/artifacts?cursor=nonsense", "cursor");
        assertThat(exporter.post("/api/v1/artifacts/delete", "{\"ids\": []}").statusCode())
                .isEqualTo(400);
        assertThat(exporter.post("/api/v1/artifacts/delete", "{\"names\": []}").body())
                .contains("names");
        assertThat(viewer.get("/api/v1/runs/" + Ids.nameBased("nobody")).statusCode())
                .isEqualTo(404);
    }

    private List<String> pageThrough(String path) {
        List<String> ids = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            JsonNode page = viewer.getJson(cursor == null ? path : path + "&cursor=" + cursor);
            page.at("/items").forEach(run -> ids.add(run.at("/id").asString()));
            cursor = page.at("/nextCursor").isNull()
                    ? null
                    : page.at("/nextCursor").asString();
        } while (cursor != null && ids.size() < 1_000);
        return ids;
    }

    private void assertOnly(RunMessages run, String... paths) {
        for (String path : paths) {
            for (String sort : List.of("", "&sort=-rows", "&sort=jobTitle")) {
                assertThat(idsOf(path + sort))
                        .as(path + sort)
                        .containsExactly(run.runId().toString());
            }
        }
    }

    private List<String> idsOf(String path) {
        List<String> ids = new ArrayList<>();
        viewer.getJson(path).at("/items").forEach(run -> ids.add(run.at("/id").asString()));
        return ids;
    }

    private void assertRefused(String path, String field) {
        HttpResponse<String> response = viewer.get(path);
        assertThat(response.statusCode()).as(path).isEqualTo(400);
        assertThat(viewer.read(response.body()).at("/errors/0/field").asString())
                .as(path)
                .isEqualTo(field);
    }
}
