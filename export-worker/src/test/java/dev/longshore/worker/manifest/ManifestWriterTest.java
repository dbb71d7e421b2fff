package dev.longshore.worker.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.artifact.StagedName;
import dev.longshore.worker.catalog.RecordSchema;
import dev.longshore.worker.layout.AssembledFile;
import dev.longshore.worker.source.TimeWindow;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ManifestWriterTest {
    private static final String HASH = "ab".repeat(32);

    @Test
    void a_manifest_has_the_published_form() {
        Manifest manifest = manifest(
                new TimeWindow(Instant.parse("2026-11-23T13:05:00Z"), Instant.parse("2026-11-23T14:05:00Z")),
                List.of("CHAT", "WORK_ITEM"),
                List.of(file("a-0001-of-0002.jsonl", 100, 3), file("a-0002-of-0002.jsonl", 40, 1)));
        assertThat(text(ManifestWriter.write(manifest))).isEqualTo("""
                {"manifestVersion":1,"runId":"00000000-0000-0000-0000-000000000001",\
                "job":{"id":"00000000-0000-0000-0000-000000000002","title":"Anrufe \\"täglich\\"","version":3},\
                "dataset":{"source":"CONTACT_HISTORY","type":"INTERACTION","entityTypes":["CHAT","WORK_ITEM"],"dateColumn":"startDate"},\
                "window":{"from":"2026-11-23T13:05:00Z","to":"2026-11-23T14:05:00Z"},"closedThrough":"2026-11-23T14:05:00.250Z","closingWarning":null,\
                "schema":{"id":"interaction-1","sha256":"HASH"},\
                "output":{"format":"JSON_LINES","compression":"NONE","encryption":null},\
                "files":[{"name":"a-0001-of-0002.jsonl","bytes":100,"sha256":"HASH","rows":3,"plainBytes":100,"plainSha256":"HASH",\
                "first":["2026-11-23T13:05:00.000Z","a"],"last":[null,"z"]},\
                {"name":"a-0002-of-0002.jsonl","bytes":40,"sha256":"HASH","rows":1,"plainBytes":40,"plainSha256":"HASH",\
                "first":["2026-11-23T13:05:00.000Z","a"],"last":[null,"z"]}],\
                "totals":{"files":2,"rows":4,"bytes":140,"plainBytes":140}}
                """.replace("HASH", HASH));
    }

    @Test
    void an_empty_run_of_all_data_has_an_open_window_and_no_file() {
        assertThat(text(ManifestWriter.write(manifest(TimeWindow.ALL, null, List.of()))))
                .contains("\"entityTypes\":null", "\"window\":{\"from\":null,\"to\":null}")
                .endsWith("\"files\":[],\"totals\":{\"files\":0,\"rows\":0,\"bytes\":0,\"plainBytes\":0}}\n");
    }

    @Test
    void a_window_that_may_lack_rows_says_so() {
        assertThat(text(ManifestWriter.write(manifest(TimeWindow.ALL, "One is still writing", null, List.of()))))
                .contains(
                        "\"closedThrough\":\"2026-11-23T14:05:00.250Z\",\"closingWarning\":\"One is still writing\",");
    }

    @Test
    void checksums_are_listed_as_sha256sum_reads_them_with_the_manifest_last() {
        Manifest manifest = manifest(TimeWindow.ALL, null, List.of(file("größe.jsonl", 1, 1)));
        assertThat(text(Sha256Sums.of(manifest, "cd".repeat(32))))
                .isEqualTo(HASH + "  größe.jsonl\n" + "cd".repeat(32) + "  manifest.json\n");
    }

    private static Manifest manifest(TimeWindow window, @Nullable List<String> entityTypes, List<ManifestFile> files) {
        return manifest(window, null, entityTypes, files);
    }

    private static Manifest manifest(
            TimeWindow window,
            @Nullable String closingWarning,
            @Nullable List<String> entityTypes,
            List<ManifestFile> files) {
        return new Manifest(
                new UUID(0, 1),
                new Manifest.Job(new UUID(0, 2), "Anrufe \"täglich\"", 3),
                new Manifest.Dataset("CONTACT_HISTORY", "INTERACTION", entityTypes, "startDate"),
                window,
                Instant.parse("2026-11-23T14:05:00.250Z"),
                closingWarning,
                new RecordSchema("interaction-1", HASH),
                new Manifest.Output("JSON_LINES", "NONE"),
                files);
    }

    private static ManifestFile file(String name, long bytes, long rows) {
        return new ManifestFile(
                name,
                new AssembledFile(
                        new StagedName("run", "file"),
                        bytes,
                        HASH,
                        rows,
                        bytes,
                        HASH,
                        List.of("2026-11-23T13:05:00.000Z", "a"),
                        Arrays.asList(null, "z")));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
