package dev.longshore.history.artifact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.artifact.ArtifactStore;
import dev.longshore.artifact.PublishedName;
import dev.longshore.history.HistoryApplication;
import dev.longshore.history.ingest.Projection;
import dev.longshore.history.testing.HistoryApi;
import dev.longshore.history.testing.RunMessages;
import dev.longshore.platform.time.Ids;
import dev.longshore.platform.time.Micros;
import dev.longshore.testing.Eventually;
import dev.longshore.testing.KafkaExtension;
import dev.longshore.testing.PostgresExtension;
import dev.longshore.testing.TestTokens;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.env.Environment;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** Artifacts by REST. */
@SpringBootTest(
        classes = {HistoryApplication.class, Projection.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "spring.config.name=history-service")
@DirtiesContext
class ArtifactApiIT {
    private static final String FILE = "interactions-0001-of-0001.jsonl";

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    @RegisterExtension
    static final KafkaExtension kafka = new KafkaExtension();

    static final TestTokens tokens = TestTokens.start();

    @TempDir
    static Path directory;

    @Autowired
    Projection projection;

    @Autowired
    ArtifactStore store;

    @Autowired
    Environment environment;

    HistoryApi viewer;
    HistoryApi exporter;

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry registry) {
        postgres.register(registry);
        kafka.register(registry);
        registry.add("longshore.artifacts.directory", directory::toString);
        registry.add("spring.security.oauth2.resourceserver.jwt.jwk-set-uri", tokens::jwkSetUri);
    }

    @BeforeEach
    void callers() {
        int port = environment.getRequiredProperty("local.server.port", Integer.class);
        viewer = new HistoryApi(port, tokens, "VIEWER");
        exporter = new HistoryApi(port, tokens, "EXPORTER");
    }

    @Test
    void artifacts_appear_only_with_the_completion_of_their_run() {
        RunMessages run = new RunMessages(Ids.nameBased("appearing"), Ids.nameBased("appearing job"), now());
        projection.project(
                List.of(run.requested(), run.assembled(1, 1, "worker-a", FILE, 3, 30, sha256(new byte[30]))));
        String list = "/api/v1/artifacts?runId=" + run.runId();
        assertThat(viewer.getJson(list).at("/items").isEmpty()).isTrue();
        assertThat(viewer.get("/api/v1/runs/" + run.runId() + "/manifest").statusCode())
                .isEqualTo(404);
        projection.project(List.of(run.completed(1, 3, 30, "cafe", 4)));
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
        String id = published("downloaded", content);
        String path = "/api/v1/artifacts/" + id + "/content";
        String tag = '"' + sha256(content) + '"';

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
        RunMessages run = new RunMessages(Ids.nameBased("manifest"), Ids.nameBased("manifest job"), now());
        byte[] manifest = "{\"manifestVersion\": 1}\n".getBytes(UTF_8);
        store.createIfAbsent(new PublishedName(run.folder(), "manifest.json"), manifest);
        projection.project(List.of(run.requested(), run.completed(0, 0, 0, sha256(manifest), manifest.length)));
        HttpResponse<byte[]> response = viewer.download("/api/v1/runs/" + run.runId() + "/manifest");
        assertThat(response.body()).isEqualTo(manifest);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
    }

    @Test
    void a_deleted_artifact_is_gone_from_list_and_store_and_its_run_stays() {
        byte[] content = "{}\n".getBytes(UTF_8);
        String id = published("deleted artifact", content);
        UUID runId = Ids.nameBased("deleted artifact");
        Path file = directory.resolve("run-" + runId).resolve(FILE);
        assertThat(file).exists();
        assertThat(viewer.delete("/api/v1/artifacts/" + id).statusCode()).isEqualTo(403);

        HttpResponse<String> deleted = exporter.post(
                "/api/v1/artifacts/delete", "{\"ids\": [\"%s\", \"%s\"]}".formatted(id, Ids.nameBased("no artifact")));
        assertThat(deleted.statusCode()).isEqualTo(200);
        JsonNode outcome = exporter.read(deleted.body());
        assertThat(outcome.at("/deleted/0").asString()).isEqualTo(id);
        assertThat(outcome.at("/missing").size()).isEqualTo(1);

        assertThat(viewer.get("/api/v1/artifacts/" + id + "/content").statusCode())
                .isEqualTo(404); // P77
        assertThat(exporter.delete("/api/v1/artifacts/" + id).statusCode()).isEqualTo(404);
        Eventually.that(
                "the file is removed", () -> assertThat(Files.exists(file)).isFalse());
        assertThat(viewer.getJson("/api/v1/runs/" + runId).at("/status").asString())
                .isEqualTo("COMPLETED");
    }

    private String published(String name, byte[] content) {
        RunMessages run = new RunMessages(Ids.nameBased(name), Ids.nameBased(name + " job"), now());
        store.createIfAbsent(new PublishedName(run.folder(), FILE), content);
        projection.project(List.of(
                run.requested(),
                run.assembled(1, 1, "worker-a", FILE, 1, content.length, sha256(content)),
                run.completed(1, 1, content.length, "cafe", 4)));
        return Ids.nameBased(run.runId().toString(), FILE).toString();
    }

    /** Artifacts expire by the service's own clock; a run's messages take some seconds. */
    private static Instant now() {
        return Micros.now(InstantSource.system()).minusSeconds(60);
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

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
