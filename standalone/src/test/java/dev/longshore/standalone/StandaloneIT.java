package dev.longshore.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.standalone.sample.SampleContactHistory;
import dev.longshore.standalone.sample.Size;
import dev.longshore.testing.Eventually;
import dev.longshore.testing.FreePorts;
import dev.longshore.testing.PostgresExtension;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.postgresql.ds.PGSimpleDataSource;
import tools.jackson.databind.JsonNode;

/**
 * The product as a newcomer meets it: processes, HTTP and files; nothing of it is called from inside. Two installations
 * run at the same time, as they may.
 */
class StandaloneIT {

    private static final int TERMINATED = 128 + 15;
    private static final int REFUSED = 2;
    private static final int PORTS = 8;
    private static final Duration LONGEST_RUN = Duration.ofMinutes(2);

    private static final String EVERYTHING_ONCE = """
            {"title": "Everything", "source": "CONTACT_HISTORY", "type": "INTERACTION",
             "schedule": {"kind": "ONCE", "startAt": null}, "dateRange": {"kind": "ALL"},
             "output": {"format": "JSON_LINES", "compression": "NONE"}}
            """;

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void a_first_start_exports_and_later_starts_find_everything_again() throws Exception {
        var home = folder.resolve("home");
        int port = FreePorts.block(PORTS);
        String[] arguments = {"--home", home.toString(), "--port", Integer.toString(port), "--sample-rows", "3000"};

        String jobId;
        try (var first = LaunchedProcess.start(StandaloneApplication.class, folder, arguments)) {
            first.says("ready after");
            assertThat(first.output())
                    .contains("for the first time", "3,000 interactions, 750 contacts", "has run once")
                    .contains("http://127.0.0.1:" + port, password(home));
            jobId = theSampleJobHasRun(api(home, port));
            filesAreComplete(home);
            secretsAreTheOwners(home);
            aSecondStartIsRefused(arguments);
            aFurtherWorkerJoins(home);
            anAuditProvesIt(home);
            assertThat(first.stop()).isEqualTo(TERMINATED);
            nothingIsLeftRunning(home, port);
        }

        String interrupted;
        try (var second = LaunchedProcess.start(StandaloneApplication.class, folder, arguments)) {
            second.says("ready after");
            assertThat(second.output()).doesNotContain("for the first time", "Sample Contact History", password(home));
            assertThat(theSampleJobHasRun(api(home, port))).isEqualTo(jobId);
            interrupted = run(api(home, port), jobId);
            second.kill();
        }

        try (var third = LaunchedProcess.start(StandaloneApplication.class, folder, arguments)) {
            third.says("ready after");
            var run = completed(api(home, port), interrupted);
            assertThat(run.path("progress").path("rows").asLong()).isEqualTo(3_000);
            assertThat(third.stop()).isEqualTo(TERMINATED);
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void a_source_of_ones_own_is_exported_in_place_of_the_sample() throws Exception {
        SampleContactHistory.create(
                source(), new Size(500, 50), 7, InstantSource.system().instant());
        var home = folder.resolve("home");
        int port = FreePorts.block(PORTS);
        var reader =
                Map.of("LONGSHORE_SOURCE_USER", postgres.username(), "LONGSHORE_SOURCE_PASSWORD", postgres.password());
        try (var product = LaunchedProcess.start(
                reader,
                StandaloneApplication.class,
                folder,
                "--home=" + home,
                "--port=" + port,
                "--source=" + postgres.jdbcUrl())) {
            product.says("ready after");
            assertThat(product.output()).doesNotContain("Sample Contact History", SampleJob.TITLE);
            var api = api(home, port);
            assertThat(api.find("jobs").orElseThrow().path("items")).isEmpty();
            var jobId =
                    api.post("jobs", "own-source", EVERYTHING_ONCE).path("id").asString();
            var run = completed(api, onlyRunOf(api, jobId));
            assertThat(run.path("progress").path("rows").asLong()).isEqualTo(500);
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void a_source_that_cannot_be_read_is_refused_before_anything_is_started() throws Exception {
        var home = folder.resolve("home");
        var reader = Map.of("LONGSHORE_SOURCE_USER", "reader", "LONGSHORE_SOURCE_PASSWORD", "hush-hush");
        try (var refused = LaunchedProcess.start(
                reader,
                StandaloneApplication.class,
                folder,
                "--home=" + home,
                "--port=" + FreePorts.block(PORTS),
                "--source=jdbc:postgresql://127.0.0.1:" + FreePorts.next() + "/contacts")) {
            assertThat(refused.awaitExit()).isEqualTo(REFUSED);
            assertThat(refused.output()).contains("--source cannot be read").doesNotContain("hush-hush");
            assertThat(home.resolve("postgres")).doesNotExist();
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void a_port_in_use_is_named_with_the_remedy_before_anything_is_started() throws Exception {
        var home = folder.resolve("home");
        int port = FreePorts.block(PORTS);
        try (var taken = new ServerSocket(port + 3, 1, InetAddress.getLoopbackAddress());
                var refused = LaunchedProcess.start(
                        StandaloneApplication.class, folder, "--home", home.toString(), "--port", "" + port)) {
            assertThat(refused.awaitExit()).isEqualTo(REFUSED);
            assertThat(refused.output())
                    .contains("port " + taken.getLocalPort() + ", which history-service needs, is in use", "--port");
            assertThat(home.resolve("postgres")).doesNotExist();
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void a_worker_and_an_audit_without_an_installation_are_refused_in_words() throws Exception {
        try (var refused = LaunchedProcess.start(
                WorkerApplication.class,
                folder,
                "--home",
                folder.resolve("none").toString())) {
            assertThat(refused.awaitExit()).isEqualTo(REFUSED);
            assertThat(refused.output()).contains("no installation runs in " + folder.resolve("none"));
        }
        try (var refused = LaunchedProcess.start(
                AuditApplication.class, folder, "--home", folder.resolve("none").toString())) {
            assertThat(refused.awaitExit()).as("not checked").isEqualTo(REFUSED);
            assertThat(refused.output()).contains("no installation runs in " + folder.resolve("none"));
        }
    }

    private static String theSampleJobHasRun(ProductApi api) throws Exception {
        var jobs = api.find("jobs").orElseThrow().path("items");
        assertThat(jobs).hasSize(1);
        assertThat(jobs.get(0).path("title").asString()).isEqualTo(SampleJob.TITLE);
        assertThat(jobs.get(0).path("schedule").path("kind").asString()).isEqualTo("HOURLY");
        var jobId = jobs.get(0).path("id").asString();
        var runs = api.find("runs?jobId=" + jobId + "&status=COMPLETED")
                .orElseThrow()
                .path("items");
        assertThat(runs).isNotEmpty();
        return jobId;
    }

    private static void filesAreComplete(Path root) throws IOException {
        try (var files = Files.walk(new Home(root).artifacts())) {
            List<String> names =
                    files.map(file -> file.getFileName().toString()).toList();
            assertThat(names).contains("manifest.json", "SHA256SUMS").anyMatch(name -> name.endsWith(".jsonl"));
        }
    }

    private static void secretsAreTheOwners(Path root) throws IOException {
        var home = new Home(root);
        for (var file : List.of(home.adminPassword(), home.secrets(), home.connection())) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .as(file.toString())
                    .isEqualTo("rw-------");
        }
    }

    private void aSecondStartIsRefused(String... arguments) throws Exception {
        try (var second = LaunchedProcess.start(StandaloneApplication.class, folder, arguments)) {
            assertThat(second.awaitExit()).isEqualTo(REFUSED);
            assertThat(second.output()).contains("Longshore already runs in");
        }
    }

    private void aFurtherWorkerJoins(Path home) throws Exception {
        try (var worker = LaunchedProcess.start(WorkerApplication.class, folder, "--home", home.toString())) {
            worker.says("Worker " + worker.pid() + " has joined");
            assertThat(worker.stop()).isEqualTo(TERMINATED);
        }
    }

    private void anAuditProvesIt(Path home) throws Exception {
        try (var audit = LaunchedProcess.start(AuditApplication.class, folder, "--home", home.toString())) {
            assertThat(audit.awaitExit()).isZero();
            assertThat(audit.output()).containsPattern("[1-9] runs?, [0-9]+ files, [0-9.]+ [kM]?B: all hold");
        }
        Path manifest;
        try (var files = Files.walk(new Home(home).artifacts())) {
            manifest = files.filter(file -> file.endsWith("manifest.json"))
                    .findFirst()
                    .orElseThrow();
        }
        var content = Files.readAllBytes(manifest);
        Files.writeString(manifest, "{}");
        try (var audit = LaunchedProcess.start(AuditApplication.class, folder, "--home", home.toString())) {
            assertThat(audit.awaitExit()).isEqualTo(1);
            assertThat(audit.output()).contains("BREACH run ", "manifest.json has 2 bytes", "breaches");
        }
        Files.write(manifest, content);
    }

    private static void nothingIsLeftRunning(Path root, int port) throws IOException {
        var home = new Home(root);
        assertThat(home.pid()).doesNotExist();
        assertThat(home.connection()).doesNotExist();
        for (int i = 0; i < PORTS; i++) {
            new ServerSocket(port + i, 1, InetAddress.getLoopbackAddress()).close();
        }
    }

    private static String run(ProductApi api, String jobId) throws Exception {
        var everything = """
                {"window": {"from": "2020-01-01T00:00:00Z", "to": "%s"}}
                """.formatted(InstantSource.system().instant());
        return api.post("jobs/" + jobId + "/runs", "interrupted", everything)
                .path("runId")
                .asString();
    }

    private static JsonNode completed(ProductApi api, String runId) {
        Eventually.within(LONGEST_RUN)
                .isTrue(
                        "run " + runId + " completes",
                        () -> api.find("runs/" + runId)
                                .map(run -> run.path("status").asString().equals("COMPLETED"))
                                .orElse(false));
        try {
            return api.find("runs/" + runId).orElseThrow();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static String onlyRunOf(ProductApi api, String jobId) {
        var runs = "runs?jobId=" + jobId;
        Eventually.within(LONGEST_RUN)
                .isTrue(
                        "the job runs",
                        () -> api.find(runs).orElseThrow().path("items").size() == 1);
        try {
            return api.find(runs).orElseThrow().path("items").path(0).path("id").asString();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static DataSource source() {
        var source = new PGSimpleDataSource();
        source.setUrl(postgres.jdbcUrl());
        source.setUser(postgres.username());
        source.setPassword(postgres.password());
        return source;
    }

    private static ProductApi api(Path home, int port) throws IOException {
        return new ProductApi(URI.create("http://127.0.0.1:" + port), "admin", password(home));
    }

    private static String password(Path home) throws IOException {
        return Files.readString(home.resolve("admin-password")).trim();
    }
}
