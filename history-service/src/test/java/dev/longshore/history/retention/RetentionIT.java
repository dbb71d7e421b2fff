package dev.longshore.history.retention;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.artifact.ArtifactStore;
import dev.longshore.artifact.PublishedName;
import dev.longshore.events.ExportExpiring;
import dev.longshore.events.RunCompleted;
import dev.longshore.events.RunEvent;
import dev.longshore.events.Topics;
import dev.longshore.history.testing.HistoryApi;
import dev.longshore.history.testing.RunMessages;
import dev.longshore.history.testing.RunningHistory;
import dev.longshore.history.testing.TopicMessages;
import dev.longshore.platform.messaging.AvroCodec;
import dev.longshore.platform.time.Ids;
import dev.longshore.testing.Eventually;
import dev.longshore.testing.MutableClock;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** The end of artifacts, on a driven clock. */
class RetentionIT {
    private static final String FILE = "calls-0001-of-0001.jsonl";
    private static final Instant START = Instant.parse("2026-11-01T10:00:00Z");
    private static final byte[] CONTENT = "{}\n".getBytes(UTF_8);

    static final MutableClock clock = MutableClock.at(START);

    @RegisterExtension
    static final RunningHistory history = RunningHistory.changed(delivered -> delivered
            .with(InstantSource.class, clock)
            .with("longshore.history.retention.sweep-interval", "1000h")
            .with("longshore.history.artifacts.removal-interval", "50ms"));

    private final RetentionSweeper sweeper = history.bean(RetentionSweeper.class);

    private final RetentionService retention = history.bean(RetentionService.class);

    private final ArtifactStore store = history.bean(ArtifactStore.class);

    private final AvroCodec codec = history.bean(AvroCodec.class);

    private final Jdbi jdbi = history.bean(Jdbi.class);

    private HistoryApi admin;

    @BeforeEach
    void caller() {
        clock.set(START);
        admin = history.api("ADMIN");
    }

    @Test
    void at_0_days_an_artifact_is_gone_and_its_run_stays() { // P77
        RunMessages kept = published("kept longer", 90, CONTENT);
        RunMessages run = published("expiring", 30, CONTENT);
        store.createIfAbsent(new PublishedName(run.folder(), "SHA256SUMS"), CONTENT);
        String list = "/api/v1/artifacts?runId=" + run.runId();
        JsonNode artifacts = admin.getJson(list).at("/items");
        assertThat(artifacts.size()).isEqualTo(2);
        assertThat(artifacts.get(0).at("/remainingDays").asInt()).isEqualTo(30); // P74

        clock.set(START.plus(Duration.ofDays(30)).minusSeconds(5));
        sweeper.sweep();
        artifacts = admin.getJson(list).at("/items");
        assertThat(artifacts.size()).isEqualTo(2);
        assertThat(artifacts.get(0).at("/remainingDays").asInt()).isEqualTo(1);

        clock.set(START.plus(Duration.ofDays(30)).plusSeconds(60));
        assertThat(admin.getJson(list).at("/items").isEmpty())
                .as("before any sweep")
                .isTrue();
        assertThat(content(run).statusCode()).isEqualTo(404);
        assertThat(folderOf(run)).exists();
        while (sweeper.sweep()) {
            // a batch at a time
        }
        Eventually.that(
                "its files and its folder are removed",
                () -> assertThat(folderOf(run)).doesNotExist());
        assertThat(admin.getJson("/api/v1/runs/" + run.runId()).at("/status").asString())
                .isEqualTo("COMPLETED");
        assertThat(folderOf(kept).resolve(FILE)).exists();
        assertThat(content(kept).statusCode()).isEqualTo(200);
        Eventually.that(
                "the audit log knows",
                () -> assertThat(admin.getJson("/api/v1/audit?action=ARTIFACTS_EXPIRED")
                                .at("/items/0/actor")
                                .asString())
                        .isEqualTo("system"));
    }

    @Test
    void no_file_is_removed_while_somebody_downloads_it() throws IOException {
        long size = 64L << 20;
        RunMessages downloaded = published("downloaded", 10, CONTENT, size);
        RunMessages other = published("not downloaded", 10, CONTENT);
        Path file = folderOf(downloaded).resolve(FILE);
        HttpResponse<InputStream> download = admin.open("/api/v1/artifacts/" + fileOf(downloaded) + "/content");
        try (InputStream content = download.body()) {
            assertThat(content.read()).isEqualTo('{');
            clock.set(START.plus(Duration.ofDays(11)));
            retention.expire(clock.instant());
            Eventually.that(
                    "what nobody downloads is removed",
                    () -> assertThat(folderOf(other)).doesNotExist());
            assertThat(file).as("the file that is being downloaded").exists();
            assertThat(content(downloaded).statusCode()).as("a new download").isEqualTo(404);
            assertThat(1 + content.transferTo(OutputStream.nullOutputStream())).isEqualTo(size);
        }
        Eventually.that(
                "it is removed when the download is over",
                () -> assertThat(folderOf(downloaded)).doesNotExist());
    }

    @Test
    void a_process_that_dies_in_a_download_holds_nothing_up_for_long() {
        RunMessages run = published("left behind", 10, CONTENT);
        jdbi.useHandle(handle -> handle.execute(
                "INSERT INTO download_lease VALUES (?, ?, clock_timestamp() + interval '1 second')",
                Ids.nameBased("a dead download"),
                fileOf(run)));
        clock.set(START.plus(Duration.ofDays(11)));
        retention.expire(clock.instant());
        Eventually.that(
                "the lease ends by itself", () -> assertThat(folderOf(run)).doesNotExist());
    }

    @Test
    void systems_downstream_are_warned_once_however_many_sweep() {
        RunMessages run = published("warned of", 30, CONTENT);
        RunMessages shortLived = published("warned of halfway", 2, CONTENT);
        clock.set(START.plus(Duration.ofHours(23)));
        sweeper.sweep();
        clock.set(START.plus(Duration.ofDays(27)).minusSeconds(60));
        sweeper.sweep();
        assertThat(warningsOf(run.jobId())).isEmpty();

        clock.set(START.plus(Duration.ofDays(27)).plusSeconds(60));
        List<CompletableFuture<Boolean>> sweeps = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> retention.warn(clock.instant())))
                .toList();
        sweeps.forEach(CompletableFuture::join);
        sweeper.sweep();
        Eventually.that(
                "the warning is sent", () -> assertThat(warningsOf(run.jobId())).hasSize(1));
        ConsumerRecord<String, byte[]> message = warningsOf(run.jobId()).get(0);
        ExportExpiring warning = codec.decode(message.value(), ExportExpiring.class);
        assertThat(message.key()).isEqualTo(run.jobId().toString());
        assertThat(header(message, "ce_id")).isEqualTo(warning.getEventId());
        assertThat(header(message, "ce_type")).isEqualTo("dev.longshore.export.expiring");
        assertThat(warning.getRunId()).isEqualTo(run.runId().toString());
        assertThat(warning.getFiles()).isEqualTo(1);
        assertThat(warning.getBytes()).isEqualTo(CONTENT.length);
        assertThat(warning.getManifestLocation()).isEqualTo(run.folder() + "/manifest.json");
        assertThat(Duration.between(START, warning.getExpiresAt())).isEqualTo(Duration.ofDays(30));
        assertThat(warningsOf(shortLived.jobId()))
                .as("for a retention of two days there was no sweep between one and two")
                .isEmpty();
    }

    @Test
    void a_short_retention_is_warned_of_when_half_of_it_is_over() {
        RunMessages run = published("short", 2, CONTENT);
        clock.set(START.plus(Duration.ofHours(23)));
        sweeper.sweep();
        assertThat(warned(run)).isZero();
        clock.set(START.plus(Duration.ofHours(25)));
        sweeper.sweep();
        assertThat(warned(run)).isOne();
    }

    @Test
    void instances_that_sweep_at_once_end_and_warn_of_each_artifact_once() throws IOException {
        UUID jobId = Ids.nameBased("job under fire");
        int runs = 250;
        publishAtOnce(jobId, runs);
        clock.set(START.plus(Duration.ofDays(198)));
        atOnce(() -> retention.warn(clock.instant()));
        Eventually.that(
                "every run is warned of", () -> assertThat(warningsOf(jobId)).hasSize(runs));
        assertThat(warningsOf(jobId).stream()
                        .map(message -> header(message, "ce_id"))
                        .distinct())
                .hasSize(runs);

        Instant end = START.plus(Duration.ofDays(201));
        clock.set(end);
        atOnce(() -> retention.expire(clock.instant()));
        int ended = count("SELECT count(*) FROM deleted_artifact WHERE folder LIKE 'under-fire-%'");
        assertThat(ended).isEqualTo(2 * runs);
        Eventually.that(
                "each is in the audit log, once",
                () -> assertThat(admin.getJson("/api/v1/audit?limit=500&subject=" + end)
                                .at("/items")
                                .valueStream()
                                .mapToInt(record -> record.at("/changes/0/to").asInt())
                                .sum())
                        .isEqualTo(
                                count("SELECT count(*) FROM deleted_artifact WHERE deleted_at = '%s'".formatted(end))));
        Eventually.that("their files are removed", () -> {
            try (Stream<Path> folders = Files.list(history.store())) {
                assertThat(folders.filter(
                                folder -> folder.getFileName().toString().startsWith("under-fire-")))
                        .isEmpty();
            }
        });
    }

    /** Four instances, each until it has nothing more to do. */
    private static void atOnce(BooleanSupplier sweep) {
        List<CompletableFuture<Void>> instances = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.runAsync(() -> {
                    while (sweep.getAsBoolean()) {
                        // a batch at a time
                    }
                }))
                .toList();
        instances.forEach(CompletableFuture::join);
    }

    /** Completed runs of one file and a manifest, kept for 200 days. */
    private static void publishAtOnce(UUID jobId, int runs) throws IOException {
        history.execute("""
                INSERT INTO history.run (run_id, job_id, first_fact_at, completed_at, folder, files, expires_at)
                SELECT gen_random_uuid(), '%1$s', '%2$s', '%2$s', 'under-fire-' || i, 1,
                       CAST('%2$s' AS timestamptz) + interval '4800 hours'
                FROM generate_series(1, %3$d) AS i
                """.formatted(jobId, START, runs), """
                INSERT INTO history.artifact (artifact_id, run_id, job_id, kind, number, name, media_type, bytes, sha256,
                                              created_at, published_at)
                SELECT gen_random_uuid(), r.run_id, r.job_id, f.kind, f.number, f.name, 'application/json', 3, 'cafe', '%2$s', '%2$s'
                FROM history.run r
                CROSS JOIN (VALUES ('FILE', 1, '%3$s'), ('MANIFEST', 0, 'manifest.json')) AS f (kind, number, name)
                WHERE r.job_id = '%1$s'
                """.formatted(jobId, START, FILE));
        for (int run = 1; run <= runs; run++) {
            Path folder = Files.createDirectories(history.store().resolve("under-fire-" + run));
            Files.write(folder.resolve(FILE), CONTENT);
            Files.write(folder.resolve("manifest.json"), CONTENT);
        }
    }

    private RunMessages published(String name, int days, byte[] content) {
        return published(name, days, content, content.length);
    }

    private RunMessages published(String name, int days, byte[] content, long size) {
        RunMessages run = new RunMessages(Ids.nameBased(name), Ids.nameBased(name + " job"), START.minusSeconds(60));
        store.createIfAbsent(new PublishedName(run.folder(), FILE), content);
        store.createIfAbsent(new PublishedName(run.folder(), "manifest.json"), content);
        if (size > content.length) {
            try (RandomAccessFile file =
                    new RandomAccessFile(folderOf(run).resolve(FILE).toFile(), "rw")) {
                file.setLength(size);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        RunEvent completed = run.completed(1, 1, size, "cafe", content.length);
        history.project(List.of(
                run.requested(),
                run.assembled(1, 1, "worker-a", FILE, 1, size, "cafe"),
                RunEvent.newBuilder(completed)
                        .setOccurredAt(START)
                        .setCompleted(RunCompleted.newBuilder(completed.getCompleted())
                                .setExpiresAt(START.plus(Duration.ofDays(days)))
                                .build())
                        .build()));
        return run;
    }

    private HttpResponse<byte[]> content(RunMessages run) {
        return admin.download("/api/v1/artifacts/" + fileOf(run) + "/content");
    }

    private static UUID fileOf(RunMessages run) {
        return Ids.nameBased(run.runId().toString(), FILE);
    }

    private static Path folderOf(RunMessages run) {
        return history.store().resolve(run.folder());
    }

    private int warned(RunMessages run) {
        return count("SELECT count(*) FROM expiry_warning WHERE run_id = '%s'".formatted(run.runId()));
    }

    private int count(String sql) {
        return jdbi.withHandle(
                handle -> handle.createQuery(sql).mapTo(Integer.class).one());
    }

    private static List<ConsumerRecord<String, byte[]>> warningsOf(UUID jobId) {
        return TopicMessages.of(history.kafka(), Topics.EXPORT_EXPIRING, jobId.toString());
    }

    private static String header(ConsumerRecord<String, byte[]> message, String name) {
        return new String(message.headers().lastHeader(name).value(), UTF_8);
    }
}
