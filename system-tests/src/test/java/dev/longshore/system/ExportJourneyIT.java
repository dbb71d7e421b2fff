package dev.longshore.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.events.RunEventKind;
import dev.longshore.events.Topics;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A job, from the API call that creates it to its files, which a program that is not ours compares with the rows of the
 * source, row by row and field by field.
 */
class ExportJourneyIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final ZoneId ROME = ZoneId.of("Europe/Rome");

    @RegisterExtension
    static final Installation longshore =
            Installation.withInteractions(4_000, Map.of("longshore.worker.plan.keys-per-chunk", 700));

    private static ServiceContext worker;

    @TempDir
    private Path scratch;

    @BeforeAll
    static void startWorker() {
        worker = longshore.startWorker(Map.of("longshore.worker.slots", 2));
    }

    @AfterAll
    static void stopWorker() {
        worker.close();
    }

    // P29, P31, P42, P46
    @Test
    void all_interactions_come_out_in_one_file_as_soon_as_the_job_is_created() {
        String jobId = createJob("""
                {"title": "All of \\"it\\" / now", "source": "CONTACT_HISTORY", "type": "INTERACTION",
                 "schedule": {"kind": "ONCE", "startAt": null}, "dateRange": {"kind": "ALL"},
                 "output": {"format": "JSON_LINES", "compression": "NONE", "splitSizeMb": null}}
                """);

        JsonNode run = awaitCompletedRunOf(jobId);

        Export export = verified(run, "interaction", "true", 4_000);
        assertThat(export.fileNames())
                .hasSize(3)
                .anyMatch(name -> name.matches("all-of-it-now-interaction-\\d{8}T\\d{6}Z\\.jsonl"));
        assertThat(run.get("window").get("from").isNull()).isTrue();
        assertThat(run.get("window").get("to").isNull()).isTrue();
        assertHistoryAgrees(run, export);
        assertAStockClientLearnsOf(run, export);
    }

    // P43, P44
    @Test
    void contacts_of_a_fixed_interval_are_exactly_those_modified_from_its_start_to_before_its_end() {
        Instant from = longshore.sampleEnd().minus(Duration.ofDays(60));
        Instant to = longshore.sampleEnd().minus(Duration.ofDays(7));
        String jobId = createJob("""
                {"title": "Контакты", "source": "CONTACT_HISTORY", "type": "CONTACT",
                 "schedule": {"kind": "ONCE", "startAt": null},
                 "dateRange": {"kind": "FIXED", "from": "%s", "to": "%s"},
                 "output": {"format": "JSON_LINES", "compression": "NONE"}}
                """.formatted(from, to));

        JsonNode run = awaitCompletedRunOf(jobId);

        assertThat(instant(run.get("window").get("from"))).isEqualTo(from);
        assertThat(instant(run.get("window").get("to"))).isEqualTo(to);
        verified(run, "contact", between("t.modified_date", from, to), 1);
    }

    // P24, P26, P27, P30, P32, P45
    @Test
    void interactions_of_chosen_entity_types_of_the_last_days_come_out_at_the_time_that_was_set() {
        Instant startAt = longshore.now().plusSeconds(2);
        String jobId = createJob("""
                {"title": "Chats and work items", "source": "CONTACT_HISTORY", "type": "INTERACTION",
                 "entityTypes": ["CHAT", "WORK_ITEM"], "timeZone": "Europe/Rome",
                 "schedule": {"kind": "ONCE", "startAt": "%s"},
                 "dateRange": {"kind": "LAST", "amount": 40, "unit": "DAYS"},
                 "output": {"format": "JSON_LINES", "compression": "NONE"}}
                """.formatted(startAt));

        JsonNode run = awaitCompletedRunOf(jobId);

        Instant from = startAt.atZone(ROME).minusDays(40).toInstant();
        assertThat(instant(run.get("fireTime"))).isEqualTo(startAt);
        assertThat(instant(run.get("window").get("from"))).isEqualTo(from);
        assertThat(instant(run.get("window").get("to"))).isEqualTo(startAt);
        verified(run, "interaction", "t.entity_type_id IN (2, 7) AND " + between("t.start_date", from, startAt), 1);
    }

    // P47, P48, P78
    @Test
    void a_split_export_has_no_file_over_its_size_and_reads_as_the_whole() throws Exception {
        String jobId = createJob("""
                {"title": "Split", "source": "CONTACT_HISTORY", "type": "INTERACTION",
                 "schedule": {"kind": "ONCE", "startAt": null}, "dateRange": {"kind": "ALL"}, "dateColumn": "startDate",
                 "output": {"format": "JSON_LINES", "compression": "NONE", "splitSizeMb": 1}}
                """);

        JsonNode run = awaitCompletedRunOf(jobId);

        Export export = verified(run, "interaction", "true", 4_000);
        List<String> parts = export.fileNames().stream()
                .filter(name -> name.endsWith(".jsonl"))
                .toList();
        assertThat(parts).hasSizeGreaterThan(2);
        for (int i = 0; i < parts.size(); i++) {
            assertThat(parts.get(i)).endsWith("-%04d-of-%04d.jsonl".formatted(i + 1, parts.size()));
            assertThat(Files.size(export.folder().resolve(parts.get(i)))).isLessThanOrEqualTo(1 << 20);
        }
    }

    @Test
    void a_window_without_a_row_gives_a_complete_and_empty_export() {
        String jobId = createJob("""
                {"title": "Long ago", "source": "CONTACT_HISTORY", "type": "INTERACTION",
                 "schedule": {"kind": "ONCE", "startAt": null},
                 "dateRange": {"kind": "FIXED", "from": "1999-01-01T00:00:00Z", "to": "1999-02-01T00:00:00Z"},
                 "output": {"format": "JSON_LINES", "compression": "NONE"}}
                """);

        JsonNode run = awaitCompletedRunOf(jobId);

        Export export = verified(run, "interaction", "false", 0);
        assertThat(export.fileNames()).containsExactly("SHA256SUMS", "manifest.json");
        assertThat(Export.outcomes(longshore, export.runId()).get(0).getOutcome())
                .hasToString("EMPTY");
    }

    private static String createJob(String job) {
        return longshore.api().createJob(job).get("id").asString();
    }

    private static JsonNode awaitCompletedRunOf(String jobId) {
        JsonNode run = longshore.api().awaitOnlyRunOf(jobId, LIMIT);
        assertThat(run.get("status").asString())
                .as("how the run ended: %s", run)
                .isEqualTo("COMPLETED");
        return run;
    }

    /** @param atLeast rows that the source must have, so that the comparison is one of something */
    private Export verified(JsonNode run, String type, String condition, long atLeast) {
        Path rows = scratch.resolve("rows.jsonl");
        long count = longshore.source().write(type, condition, rows);
        assertThat(count).as("rows of the source").isGreaterThanOrEqualTo(atLeast);
        Export export = Export.of(longshore, run.get("id").asString());

        JsonNode seen = JsonMapper.shared()
                .readTree(Program.node("verify-export.mjs", export.folder().toString(), rows.toString()));

        assertThat(seen.get("rows").asLong()).isEqualTo(count);
        export.requireSums();
        assertThat(run.get("progress").get("rows").asLong()).isEqualTo(count);
        assertThat(run.get("progress").get("fraction").asDouble()).isEqualTo(1.0);
        assertThat(run.get("files").asInt()).isEqualTo(seen.get("files").asInt());
        assertThat(Export.countOf(longshore, export.runId(), RunEventKind.RUN_COMPLETED))
                .isEqualTo(1);
        return export;
    }

    private static void assertHistoryAgrees(JsonNode run, Export export) {
        JsonNode manifestFile = export.manifest().get("files").get(0);
        List<JsonNode> artifacts = longshore
                .api()
                .artifactsOf(export.runId())
                .valueStream()
                .filter(artifact -> artifact.get("name")
                        .asString()
                        .equals(manifestFile.get("name").asString()))
                .toList();
        assertThat(artifacts).as("the file among the artifacts").hasSize(1);
        HttpResponse<byte[]> first =
                longshore.api().download(artifacts.get(0).get("id").asString(), "bytes=0-99");
        assertThat(first.statusCode()).isEqualTo(206);
        assertThat(first.body()).hasSize(100).startsWith('{', '"', 'i', 'x', 'n', 'I', 'd', '"');
        assertThat(run.get("manifestSha256").asString()).hasSize(64);
    }

    private static void assertAStockClientLearnsOf(JsonNode run, Export export) {
        int events = longshore.topics().read(Topics.EXPORT_COMPLETED).size();
        String lines = Program.node(
                "consume.mjs",
                longshore.bootstrapServers(),
                longshore.registryUrl(),
                Topics.EXPORT_COMPLETED,
                Integer.toString(events));
        List<JsonNode> ours = lines.lines()
                .map(JsonMapper.shared()::readTree)
                .filter(event -> event.at("/value/run/id").asString().equals(export.runId()))
                .toList();
        assertThat(ours).hasSize(1);
        JsonNode event = ours.get(0);
        assertThat(event.at("/value/outcome").asString()).isEqualTo("COMPLETED");
        assertThat(event.at("/value/totals/rows").asLong()).isEqualTo(4_000);
        assertThat(event.at("/value/manifest/sha256").asString())
                .isEqualTo(run.get("manifestSha256").asString());
        assertThat(event.at("/headers/ce_id").asString())
                .isEqualTo(event.at("/value/eventId").asString());
        assertThat(event.at("/headers/ce_specversion").asString()).isEqualTo("1.0");
        assertThat(event.get("key").asString()).isEqualTo(run.get("jobId").asString());
    }

    private static String between(String column, Instant from, Instant to) {
        return "%1$s >= '%2$s' AND %1$s < '%3$s'".formatted(column, from, to);
    }

    private static Instant instant(JsonNode text) {
        return Instant.parse(text.asString());
    }
}
