package dev.longshore.history.artifact;

import static dev.longshore.history.artifact.PublishedArtifacts.FILE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longshore.artifact.ArtifactStore;
import dev.longshore.artifact.PublishedName;
import dev.longshore.history.testing.HistoryApi;
import dev.longshore.history.testing.RunningHistory;
import dev.longshore.platform.time.Ids;
import dev.longshore.testing.Eventually;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** Many artifacts as one zip. */
class ArchiveIT {
    @RegisterExtension
    static final RunningHistory history = RunningHistory.asDelivered();

    private final ArtifactStore store = history.bean(ArtifactStore.class);
    private final PublishedArtifacts artifacts = new PublishedArtifacts(history);
    private final HistoryApi viewer = history.api("VIEWER");
    private final HistoryApi exporter = history.api("EXPORTER");

    @Test
    void a_hundred_artifacts_are_one_zip_and_no_more() throws IOException { // P76
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            ids.add(artifacts.published(
                    "archived " + i, "{\"number\": %d}\n".formatted(i).getBytes(UTF_8)));
        }
        HttpResponse<InputStream> archive = viewer.openPost("/api/v1/artifacts/archive", idsOf(ids));
        assertThat(archive.statusCode()).isEqualTo(200);
        assertThat(archive.headers().firstValue("Content-Type")).hasValue("application/zip");
        assertThat(archive.headers().firstValue("Content-Disposition").orElse(""))
                .matches("attachment; filename=\"artifacts-[0-9T]+Z\\.zip\"");
        try (ZipInputStream zip = new ZipInputStream(archive.body())) {
            for (int i = 0; i < 100; i++) {
                assertThat(zip.getNextEntry().getName())
                        .isEqualTo("run-%s/%s".formatted(Ids.nameBased("archived " + i), FILE));
                assertThat(new String(zip.readAllBytes(), UTF_8)).isEqualTo("{\"number\": %d}\n".formatted(i));
            }
            assertThat(zip.getNextEntry()).isNull();
        }
        HttpResponse<byte[]> byLink =
                viewer.download("/api/v1/artifacts/archive?ids=" + String.join(",", ids.subList(0, 2)));
        assertThat(byLink.statusCode()).isEqualTo(200);
        assertThat(new String(byLink.body(), 0, 2, UTF_8)).isEqualTo("PK");

        ids.add(artifacts.published("archived 100", "{}\n".getBytes(UTF_8)));
        for (String path : List.of("archive", "delete")) {
            HttpResponse<String> refused = exporter.post("/api/v1/artifacts/" + path, idsOf(ids));
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(exporter.read(refused.body()).at("/errors/0/rejected").asString())
                    .isEqualTo("101 ids");
        }
        Eventually.that(
                "each file is in the audit log",
                () -> assertThat(artifacts.actionsOn(ids.get(99))).containsExactly("ARTIFACT_DOWNLOADED"));
        assertThat(artifacts.actionsOn(ids.get(100))).isEmpty();
    }

    @Test
    void an_archive_of_what_is_not_there_names_it_and_does_not_begin() {
        String fine = artifacts.published("fine", "{}\n".getBytes(UTF_8));
        String deleted = artifacts.published("deleted before", "{}\n".getBytes(UTF_8));
        exporter.delete("/api/v1/artifacts/" + deleted);
        String lost = artifacts.published("lost by the store", "{}\n".getBytes(UTF_8));
        store.deletePublished(new PublishedName("run-" + Ids.nameBased("lost by the store"), FILE));
        String unknown = Ids.nameBased("unknown").toString();
        for (String missing : List.of(deleted, lost, unknown)) {
            HttpResponse<String> refused = viewer.post("/api/v1/artifacts/archive", idsOf(List.of(fine, missing)));
            assertThat(refused.statusCode()).isEqualTo(400);
            JsonNode problem = viewer.read(refused.body());
            assertThat(problem.at("/errors").size()).isEqualTo(1);
            assertThat(problem.at("/errors/0/field").asString()).isEqualTo("ids[1]");
            assertThat(problem.at("/errors/0/rejected").asString()).isEqualTo(missing);
        }
        assertThat(artifacts.actionsOn(fine))
                .as("what was refused was not downloaded")
                .isEmpty();
        for (String ids : List.of("{\"ids\": []}", "{\"ids\": null}", "{\"ids\": [null]}", "{}")) {
            assertThat(viewer.post("/api/v1/artifacts/archive", ids).statusCode())
                    .as(ids)
                    .isEqualTo(400);
        }
    }

    @Test
    void an_archive_that_fails_midway_breaks_off_and_never_looks_whole() throws IOException {
        String id = artifacts.published("truncated", "{}\n".getBytes(UTF_8), 64L << 20);
        HttpResponse<InputStream> archive = viewer.openPost("/api/v1/artifacts/archive", idsOf(List.of(id)));
        assertThat(archive.statusCode()).isEqualTo(200);
        try (InputStream body = archive.body()) {
            assertThat(body.read()).isEqualTo('P');
            Path file =
                    history.store().resolve("run-" + Ids.nameBased("truncated")).resolve(FILE);
            try (RandomAccessFile truncated = new RandomAccessFile(file.toFile(), "rw")) {
                truncated.setLength(10);
            }
            assertThatThrownBy(() -> body.transferTo(OutputStream.nullOutputStream()))
                    .isInstanceOf(IOException.class);
        }
    }

    private static String idsOf(List<String> ids) {
        return "{\"ids\": [\"%s\"]}".formatted(String.join("\", \"", ids));
    }
}
