package dev.longshore.standalone.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longshore.testing.PostgresExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Every kind of breach is planted, found and named; what was given up on purpose is none. */
class AuditorIT {
    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
    private static final UUID RUN = new UUID(1, 7);
    private static final UUID JOB = new UUID(2, 7);
    private static final String FILE = "calls-0001-of-0001.jsonl";
    private static final byte[] CONTENT = "{\"ixnId\": \"1\"}\n{\"ixnId\": \"2\"}\n".getBytes(UTF_8);

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    private static DataSource database;

    @TempDir
    Path store;

    @BeforeAll
    static void migrate() {
        database = postgres.migrated("history", "classpath:db/platform", "classpath:db/history");
        postgres.migrated("scheduler", "classpath:db/platform", "classpath:db/scheduler");
        // What the constraints of the table refuse can only be planted without them.
        postgres.execute("ALTER TABLE scheduler.chain_link DROP CONSTRAINT chain_link_no_gap,"
                + " DROP CONSTRAINT chain_link_no_overlap, DROP CONSTRAINT chain_link_job_fk,"
                + " DROP CONSTRAINT chain_link_run_fk");
    }

    @BeforeEach
    void a_sound_installation_with_one_run() throws IOException {
        postgres.execute(
                "TRUNCATE history.run, history.artifact, history.deleted_artifact, history.export_event CASCADE",
                "TRUNCATE scheduler.chain_link");
        Path folder = Files.createDirectories(store.resolve("run-7"));
        Files.write(folder.resolve(FILE), CONTENT);
        Files.writeString(folder.resolve("SHA256SUMS"), sha256(CONTENT) + "  " + FILE + "\n");
        byte[] manifest = """
                {"manifestVersion": 1, "runId": "%s",
                 "files": [{"name": "%s", "bytes": %d, "sha256": "%s", "rows": 2}],
                 "totals": {"files": 1, "rows": 2, "bytes": %d}}
                """.formatted(RUN, FILE, CONTENT.length, sha256(CONTENT), CONTENT.length)
                .getBytes(UTF_8);
        Files.write(folder.resolve("manifest.json"), manifest);
        insertRun(manifest);
        chain("NULL, '2026-11-26T00:00Z'", "'2026-11-26T00:00Z', '2026-11-26T01:00Z'");
    }

    private void insertRun(byte[] manifest) {
        postgres.execute(
                """
                INSERT INTO history.run (run_id, job_id, job_title, first_fact_at, completed_at, folder, files, rows, bytes,
                                         manifest_sha256, manifest_bytes, expires_at)
                VALUES ('%s', '%s', 'Calls', '2026-11-26T10:00Z', '2026-11-26T10:01Z', 'run-7', 1, 2, %d, '%s', %d,
                        '2026-12-26T10:00Z')
                """.formatted(RUN, JOB, CONTENT.length, sha256(manifest), manifest.length),
                artifact("FILE", 1, FILE, "2", CONTENT),
                artifact("MANIFEST", 0, "manifest.json", "NULL", manifest),
                """
                INSERT INTO history.export_event (event_id, job_id, run_id, sequence, outcome, occurred_at, message_key,
                                                  payload, headers, body)
                VALUES ('%s', '%s', '%s', 1, 'COMPLETED', '2026-11-26T10:01Z', '', '', '{}',
                        '{"data": {"manifest": {"sha256": "%s"}, "totals": {"files": 1, "rows": 2, "bytes": %d}}}')
                """.formatted(new UUID(3, 7), JOB, RUN, sha256(manifest), CONTENT.length));
    }

    private static String artifact(String kind, int number, String name, String rows, byte[] content) {
        return """
                INSERT INTO history.artifact (artifact_id, run_id, job_id, kind, number, name, media_type, rows, bytes,
                                              sha256, created_at, published_at)
                VALUES ('%s', '%s', '%s', '%s', %d, '%s', 'text/plain', %s, %d, '%s', '2026-11-26T10:00Z',
                        '2026-11-26T10:01Z')
                """.formatted(new UUID(4, number), RUN, JOB, kind, number, name, rows, content.length, sha256(content));
    }

    private static void chain(String... links) {
        for (String link : links) {
            postgres.execute("INSERT INTO scheduler.chain_link (job_id, window_from, window_to, created_at)"
                    + " VALUES ('%s', %s, now())".formatted(JOB, link));
        }
    }

    @Test
    void a_sound_installation_is_proved() throws Exception {
        AuditReport report = audit();
        assertThat(report.breaches()).isEmpty();
        assertThat(report.runs()).isEqualTo(1);
        assertThat(report.files()).isEqualTo(2);
        assertThat(report.summary()).matches("1 run, 2 files, \\d+ B: all hold");
    }

    @Test
    void a_flipped_byte_is_found() throws Exception {
        byte[] flipped = CONTENT.clone();
        flipped[3] ^= 1;
        Files.write(file(), flipped);
        assertBreach(FILE + " has SHA-256 " + sha256(flipped) + ", the history says " + sha256(CONTENT));
    }

    @Test
    void a_lost_or_cut_file_is_found() throws Exception {
        Files.write(file(), new byte[3]);
        assertBreach(FILE + " has 3 bytes, the history says " + CONTENT.length);
        Files.delete(file());
        assertBreach(FILE + " is missing in the store");
    }

    @Test
    void a_lost_manifest_is_found() throws Exception {
        Files.delete(store.resolve("run-7/manifest.json"));
        assertBreach("manifest.json is missing in the store");
    }

    @Test
    void a_manifest_that_was_replaced_is_found() throws Exception {
        Path manifest = store.resolve("run-7/manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replace("\"rows\": 2", "\"rows\": 3"));
        assertThat(audit().breaches())
                .hasSize(3)
                .anySatisfy(breach -> assertThat(breach).contains("the manifest tells of 1 files, 3 rows"))
                .anySatisfy(breach -> assertThat(breach).contains(FILE + ": manifest and history differ"))
                .anySatisfy(breach -> assertThat(breach).contains("manifest.json has SHA-256"));
    }

    @Test
    void a_changed_row_count_is_found() throws Exception {
        postgres.execute("UPDATE history.run SET rows = 5");
        assertThat(audit().breaches())
                .hasSize(2)
                .anySatisfy(
                        breach -> assertThat(breach)
                                .contains(
                                        "the event tells of 1 files, 2 rows, 30 bytes, the history of 1 files, 5 rows, 30 bytes"))
                .anySatisfy(breach -> assertThat(breach).contains("the manifest tells of 1 files, 2 rows"));
    }

    @Test
    void an_event_that_is_missing_or_names_another_manifest_is_found() throws Exception {
        postgres.execute("UPDATE history.export_event SET body = replace(body, '\"sha256\": \"', '\"sha256\": \"f')");
        assertThat(audit().breaches()).singleElement().asString().contains("the event names a manifest with SHA-256 f");
        postgres.execute("TRUNCATE history.export_event CASCADE");
        assertBreach("no event told systems downstream that it is complete");
    }

    @Test
    void a_file_that_nobody_listed_is_found() throws Exception {
        Files.write(store.resolve("run-7/other.jsonl"), CONTENT);
        assertBreach("other.jsonl lies in its folder and belongs to no run");
    }

    @Test
    void what_expired_or_was_deleted_on_purpose_is_no_breach() throws Exception {
        Files.delete(file());
        postgres.execute("INSERT INTO history.deleted_artifact SELECT artifact_id, 'run-7', name, now(), 'ada', now()"
                + " FROM history.artifact WHERE kind = 'FILE'");
        assertThat(audit().breaches()).isEmpty();
        Files.delete(store.resolve("run-7/manifest.json"));
        postgres.execute("UPDATE history.run SET expires_at = '2026-11-26T11:00Z'");
        assertThat(audit().breaches()).isEmpty();
    }

    @Test
    void staging_that_nobody_works_in_is_found_after_a_day() throws Exception {
        Path area = Files.createDirectories(store.resolve(".staging").resolve(RUN.toString()));
        Path segment = Files.write(area.resolve("1-1"), CONTENT);
        touch(NOW.minus(Duration.ofHours(23)), area, segment);
        assertThat(audit().breaches()).isEmpty();
        touch(NOW.minus(Duration.ofHours(25)), area, segment);
        assertThat(audit().breaches())
                .singleElement()
                .asString()
                .startsWith("staging of run " + RUN + " was last touched at 2026-11-25T11:00:00Z");
        postgres.execute("UPDATE history.run SET completed_at = NULL");
        assertThat(audit().breaches()).as("while the run is at work").isEmpty();
    }

    @Test
    void a_gap_and_an_overlap_in_a_chain_are_found() throws Exception {
        chain("'2026-11-26T02:00Z', '2026-11-26T03:00Z'");
        assertThat(audit().breaches()).singleElement().asString().contains("leaves a gap to the window before it");
        postgres.execute("UPDATE scheduler.chain_link SET window_from = '2026-11-26T00:30Z'"
                + " WHERE window_to = '2026-11-26T03:00Z'");
        assertThat(audit().breaches()).singleElement().asString().contains("overlaps the window before it");
        postgres.execute(
                "DELETE FROM scheduler.chain_link WHERE window_from IS NULL OR window_to > '2026-11-26T01:00Z'");
        assertThat(audit().breaches()).singleElement().asString().contains("begins the chain and has a start");
    }

    @Test
    void an_audit_changes_nothing() throws Exception {
        try (Connection connection = readOnly()) {
            assertThat(new Auditor(connection, connection, store).audit(NOW).holds())
                    .isTrue();
            assertThatThrownBy(() -> connection.createStatement().execute("DELETE FROM history.run"))
                    .hasMessageContaining("read-only transaction");
        }
    }

    private void assertBreach(String breach) throws Exception {
        assertThat(audit().breaches()).containsExactly("run %s (Calls): %s".formatted(RUN, breach));
    }

    private AuditReport audit() throws SQLException, IOException {
        try (Connection connection = readOnly()) {
            return new Auditor(connection, connection, store).audit(NOW);
        }
    }

    private static Connection readOnly() throws SQLException {
        Connection connection = database.getConnection();
        connection.createStatement().execute("SET default_transaction_read_only = on");
        return connection;
    }

    private Path file() {
        return store.resolve("run-7").resolve(FILE);
    }

    private static void touch(Instant at, Path... paths) throws IOException {
        for (Path path : paths) {
            Files.setLastModifiedTime(path, FileTime.from(at));
        }
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
