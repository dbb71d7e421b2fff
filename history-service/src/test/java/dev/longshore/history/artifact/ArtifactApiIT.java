package dev.longshore.history.artifact;

import static dev.longshore.history.artifact.PublishedArtifacts.FILE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.artifact.ArtifactStore;
import dev.longshore.artifact.PublishedName;
import dev.longshore.history.testing.HistoryApi;
import dev.longshore.history.testing.RunMessages;
import dev.longshore.history.testing.RunningHistory;
import dev.longshore.platform.time.Ids;
import dev.longshore.testing.Eventually;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** Artifacts by REST. */
class ArtifactApiIT {
    @RegisterExtension
    static final RunningHistory history = RunningHistory.asDelivered();

    private final ArtifactStore store = history.bean(ArtifactStore.class);
    private final PublishedArtifacts artifacts = new PublishedArtifacts(history);

    HistoryApi viewer;
    HistoryApi exporter;
    HistoryApi admin;

    @BeforeEach
    void callers() {
        viewer = history.api("VIEWER");
        exporter = history.api("EXPORTER");
        admin = history.api("ADMIN");
    }

    @Test
    void artifacts_appear_only_with_the_completion_of_their_run() {
        RunMessages run =
                new RunMessages(Ids.nameBased("appearing"), Ids.nameBased("appearing job"), PublishedArtifacts.now());
        history.project(List.of(
                run.requested(),
                run.assembled(1, 1, "worker-a", FILE, 3, 30, PublishedArtifacts.sha256(new byte[30]))));
        String list = "/api/v1/artifacts?runId=" + run.runId();
        assertThat(viewer.getJson(list).at("/items").isEmpty()).isTrue();
        assertThat(viewer.get("/api/v1/runs/" + run.runId() + "/manifest").statusCode())
                .isEqualTo(404);
        history.project(List.of(run.completed(1, 3, 30, "cafe", 4)));
        JsonNode items = viewer.getJson(list).at("/items");
        assertThat(items.size()).isEqualTo(2);
        JsonNode file = items.get(items.get(0).at("/kind").asString().equals("FILE") ? 0 : 1);
        assertThat(file.at("/name").asString()).isEqualTo(FILE);
        assertThat(file.at("/type").asString()).isEqualTo("INTERACTION");
        assertThat(file.at("/part").asInt()).isEqualTo(1);
        assertThat(file.at("/parts").asInt()).isEqualTo(1);
        assertThat(file.at("/remainingDays").asLong()).isEqualTo(30); // P74
        assertThat(viewer.getJson("/api/v1/artifacts?jobId=" + run.jobId() + "&type=INTERACTION&limit=1")
                        .at("/nextCursor")
                        .isString())
                .isTrue();
        assertThat(viewer.getJson("/api/v1/artifacts?jobId=" + run.jobId() + "&type=CONTACT")
                        .at("/items")
                        .isEmpty())
                .isTrue();
    }

    @Test
    void a_download_is_the_stored_bytes_whole_or_in_ranges() {
        byte[] content = new byte[3_000_001];
        new Random(5).nextBytes(content);
        String id = artifacts.published("downloaded", content);
        String path = "/api/v1/artifacts/" + id + "/content";
        String tag = '"' + PublishedArtifacts.sha256(content) + '"';

        HttpResponse<byte[]> whole = viewer.download(path);
        assertThat(whole.statusCode()).isEqualTo(200);
        assertThat(whole.body()).isEqualTo(content);
        assertThat(whole.headers().firstValue("ETag")).contains(tag);
        assertThat(whole.headers().firstValue("Accept-Ranges")).contains("bytes");
        assertThat(whole.headers().firstValue("Content-Disposition")).contains("attachment; filename=\"" + FILE + "\"");

        // A download in three parts, as a resuming client makes it.
        HttpResponse<byte[]> first = viewer.download(path, "Range", "bytes=0-999999");
        HttpResponse<byte[]> second = viewer.download(path, "Range", "bytes=1000000-1999999", "If-Range", tag);
        HttpResponse<byte[]> third = viewer.download(path, "Range", "bytes=2000000-", "If-Range", tag);
        assertThat(List.of(first.statusCode(), second.statusCode(), third.statusCode()))
                .containsOnly(206);
        assertThat(second.headers().firstValue("Content-Range")).contains("bytes 1000000-1999999/3000001");
        assertThat(third.headers().firstValue("Content-Length")).contains("1000001");
        assertThat(join(first.body(), second.body(), third.body())).isEqualTo(content);

        assertThat(viewer.download(path, "Range", "bytes=-5").body())
                .isEqualTo(Arrays.copyOfRange(content, 2_999_996, 3_000_001));
        HttpResponse<byte[]> beyond = viewer.download(path, "Range", "bytes=3000001-");
        assertThat(beyond.statusCode()).isEqualTo(416);
        assertThat(beyond.headers().firstValue("Content-Range")).contains("bytes */3000001");
        assertThat(viewer.download(path, "Range", "bytes=0-9", "If-Range", "\"other\"")
                        .body())
                .isEqualTo(content);
        assertThat(viewer.get(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
        HttpResponse<String> head = viewer.head(path);
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValue("Content-Length")).contains("3000001");
    }

    @Test
    void the_manifest_is_given_as_it_is_stored() {
        RunMessages run =
                new RunMessages(Ids.nameBased("manifest"), Ids.nameBased("manifest job"), PublishedArtifacts.now());
        byte[] manifest = "{\"manifestVersion\": 1}\n".getBytes(UTF_8);
        store.createIfAbsent(new PublishedName(run.folder(), "manifest.json"), manifest);
        history.project(
                List.of(run.requested(), run.completed(0, 0, 0, PublishedArtifacts.sha256(manifest), manifest.length)));
        HttpResponse<byte[]> response = viewer.download("/api/v1/runs/" + run.runId() + "/manifest");
        assertThat(response.body()).isEqualTo(manifest);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
    }

    @Test
    void a_deleted_artifact_is_gone_from_list_and_store_and_its_run_stays() {
        byte[] content = "{}\n".getBytes(UTF_8);
        String id = artifacts.published("deleted artifact", content);
        UUID runId = Ids.nameBased("deleted artifact");
        Path file = history.store().resolve("run-" + runId).resolve(FILE);
        assertThat(file).exists();
        assertThat(viewer.delete("/api/v1/artifacts/" + id).statusCode()).isEqualTo(403);

        HttpResponse<String> deleted = exporter.post(
                "/api/v1/artifacts/delete", "{\"ids\": [\"%s\", \"%s\"]}".formatted(id, Ids.nameBased("no artifact")));
        assertThat(deleted.statusCode()).isEqualTo(200);
        JsonNode outcome = exporter.read(deleted.body());
        assertThat(outcome.at("/deleted/0").asString()).isEqualTo(id);
        assertThat(outcome.at("/missing").size()).isEqualTo(1);
        assertThat(outcome.at("/results/0/outcome").asString()).isEqualTo("DELETED");
        assertThat(outcome.at("/results/1/outcome").asString()).isEqualTo("MISSING");

        assertThat(viewer.get("/api/v1/artifacts/" + id + "/content").statusCode())
                .isEqualTo(404); // P77
        assertThat(exporter.delete("/api/v1/artifacts/" + id).statusCode()).isEqualTo(404);
        Eventually.that(
                "the file is removed", () -> assertThat(Files.exists(file)).isFalse());
        assertThat(viewer.getJson("/api/v1/runs/" + runId).at("/status").asString())
                .isEqualTo("COMPLETED");
    }

    @Test
    void a_list_is_filtered_and_sorted_by_every_column() { // P74
        UUID jobId = Ids.nameBased("sorted job");
        Instant start = PublishedArtifacts.now().minus(Duration.ofHours(1));
        for (int i = 0; i < 5; i++) {
            RunMessages run = new RunMessages(
                    Ids.nameBased("sorted " + i),
                    jobId,
                    start.plusSeconds(60L * i),
                    i < 3 ? "INTERACTION" : "CONTACT",
                    "Title " + (9 - i));
            history.project(List.of(
                    run.requested(),
                    run.assembled(
                            1, 1, "worker-a", "Part-%d.jsonl".formatted((i * 3) % 5), 1, 100 * (i % 2) + i, "cafe"),
                    run.completed(1, 1, 1, "cafe", 4)));
        }
        String list = "/api/v1/artifacts?jobId=" + jobId;
        for (String sort : List.of("createdAt", "expiresAt", "name", "bytes", "type", "jobTitle", "source")) {
            List<String> up = paged(list + "&sort=" + sort);
            List<String> down = paged(list + "&sort=-" + sort);
            assertThat(up).as(sort).hasSize(10).doesNotHaveDuplicates();
            Collections.reverse(down);
            assertThat(down).as("-" + sort).isEqualTo(up);
        }
        JsonNode bySize = viewer.getJson(list + "&sort=-bytes&limit=2").at("/items");
        assertThat(bySize.get(0).at("/bytes").asInt()).isEqualTo(103);
        assertThat(bySize.get(1).at("/bytes").asInt()).isEqualTo(101);
        assertThat(paged(list + "&type=CONTACT")).hasSize(4);
        assertThat(paged(list + "&source=CONTACT_HISTORY")).hasSize(10);
        assertThat(paged(list + "&source=IWD")).isEmpty();
        assertThat(paged(list + "&q=PART-")).hasSize(5);
        assertThat(paged(list + "&q=part-4")).hasSize(1);
        assertThat(paged(
                        list + "&createdFrom=%s&createdTo=%s".formatted(start.plusSeconds(60), start.plusSeconds(120))))
                .hasSize(2);
        for (String bad :
                List.of("sort=colour", "cursor=nonsense", "limit=0", "createdFrom=" + start + "&createdTo=" + start)) {
            assertThat(viewer.get(list + "&" + bad).statusCode()).as(bad).isEqualTo(400);
        }
        String cursor =
                viewer.getJson(list + "&sort=name&limit=1").at("/nextCursor").asString();
        assertThat(viewer.get(list + "&sort=bytes&cursor=" + cursor).statusCode())
                .as("a cursor of another sort")
                .isEqualTo(400);
    }

    @Test
    void a_name_of_any_script_goes_into_the_header_of_its_download() { // P75
        String id = artifacts.published("script", "umsätze-顧客.jsonl", "{}\n".getBytes(UTF_8));
        assertThat(viewer.download("/api/v1/artifacts/" + id + "/content")
                        .headers()
                        .firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"ums_tze-__.jsonl\";"
                        + " filename*=UTF-8''ums%C3%A4tze-%E9%A1%A7%E5%AE%A2.jsonl");
    }

    @Test
    void every_download_and_deletion_is_in_the_audit_log() {
        String id = artifacts.published("audited", new byte[1_000]);
        String path = "/api/v1/artifacts/" + id + "/content";
        viewer.download(path);
        viewer.download(path, "Range", "bytes=10-19");
        viewer.head(path);
        viewer.download(path, "Range", "bytes=5000-");
        viewer.get(path, "If-None-Match", '"' + PublishedArtifacts.sha256(new byte[1_000]) + '"');
        exporter.delete("/api/v1/artifacts/" + id);
        exporter.delete("/api/v1/artifacts/" + id);
        Eventually.that(
                "what was sent or deleted is in the log, and nothing else",
                () -> assertThat(artifacts.actionsOn(id))
                        .containsExactly("ARTIFACT_DELETED", "ARTIFACT_DOWNLOADED", "ARTIFACT_DOWNLOADED"));
        JsonNode records = admin.getJson("/api/v1/audit?subject=" + id).at("/items");
        assertThat(records.get(2).at("/subject/name").asString()).isEqualTo(FILE);
        assertThat(records.get(2).at("/actor").asString()).isEqualTo("ada");
        assertThat(records.get(2).at("/role").asString()).isEqualTo("VIEWER");
        assertThat(records.get(2).at("/source").asString()).isEqualTo("CONTACT_HISTORY");
        assertThat(records.get(1).toString()).contains("bytes 10 to 19");
        UUID runId = Ids.nameBased("audited");
        exporter.delete("/api/v1/runs/" + runId);
        Eventually.that(
                "so is the deletion of a run's line",
                () -> assertThat(artifacts.actionsOn(runId.toString())).containsExactly("RUN_DELETED"));
    }

    private List<String> paged(String list) {
        List<String> ids = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = viewer.getJson(list + "&limit=3" + cursor);
            page.at("/items").forEach(item -> ids.add(item.at("/id").asString()));
            cursor = page.at("/nextCursor").isNull()
                    ? ""
                    : "&cursor=" + page.at("/nextCursor").asString();
        } while (!cursor.isEmpty());
        return ids;
    }

    private static byte[] join(byte[]... parts) {
        int size = Arrays.stream(parts).mapToInt(part -> part.length).sum();
        byte[] joined = new byte[size];
        int end = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, joined, end, part.length);
            end += part.length;
        }
        return joined;
    }
}
