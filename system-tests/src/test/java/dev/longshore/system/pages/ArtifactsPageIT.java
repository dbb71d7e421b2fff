package dev.longshore.system.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What a person sees and does on the Artifacts page. */
abstract class ArtifactsPageIT {
    private static final int MOST_SELECTED = 100;
    private static final long ONE_HOUR_MILLIS = 3_600_000;

    @TempDir
    private Path folder;

    // P74, P75, P78
    @Test
    void the_files_of_a_run_are_listed_and_each_is_downloaded_by_its_icon(Console console) throws Exception {
        JsonNode run = splitRun(console, "Artifacts, listed", 40);
        Browser browser = console.administrator();
        Page page = browser.visit("/artifacts?runId=" + run.get("id").asString());

        assertThat(page.getByRole(AriaRole.COLUMNHEADER))
                .hasText(new String[] {"", "Name", "Type", "Rows", "Size", "Created", "Remaining", "Download"});
        Locator second = page.getByRole(AriaRole.ROW).filter(holding("-0002-of-000"));
        assertThat(second).containsText("Interaction");
        assertThat(second).containsText("30 days");
        assertThat(page.getByRole(AriaRole.ROW).filter(holding("manifest.json")))
                .containsText("Manifest");
        browser.inspect("artifacts");
        browser.inspectOnPhone("artifacts");

        JsonNode artifact = artifactNamed(console, run, "-0002-of-000");
        Download download = page.waitForDownload(
                () -> second.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Download"))
                        .click());
        assertThat(download.suggestedFilename()).isEqualTo(artifact.get("name").asString());
        Path saved = folder.resolve("second.jsonl");
        download.saveAs(saved);
        assertThat(sha256(Files.readAllBytes(saved)))
                .as("SHA-256 of what the browser saved")
                .isEqualTo(artifact.get("sha256").asString());
    }

    // P76
    @Test
    void at_most_a_hundred_artifacts_are_selected_and_come_as_one_zip(Console console) throws Exception {
        JsonNode run = splitRun(console, "Artifacts, many", 1);
        Browser browser = console.administrator();
        Page page = browser.visit("/artifacts?sort=name&runId=" + run.get("id").asString());
        page.getByRole(AriaRole.CHECKBOX, named("Select all that are shown")).check();
        assertThat(page.getByRole(AriaRole.STATUS).filter(holding("selected")))
                .containsText(MOST_SELECTED + " of at most " + MOST_SELECTED + " selected");
        page.getByRole(AriaRole.BUTTON, named("Show more artifacts")).click();
        assertThat(page.locator("tbody input[type=checkbox]:disabled").first()).isVisible();
        browser.photograph("artifacts-selected");

        Locator zip = page.getByRole(AriaRole.LINK, named("Download as one zip"));
        Download download = page.waitForDownload(zip::click);
        Path saved = folder.resolve("many.zip");
        download.saveAs(saved);

        assertThat(sumsIn(saved))
                .as("files in the zip by name, with the SHA-256 of what is in them")
                .hasSize(MOST_SELECTED)
                .isSubsetOf(sumsOf(console, run));
    }

    // P76
    @Test
    void selected_artifacts_are_deleted_after_a_question_and_cannot_be_downloaded_any_more(Console console) {
        JsonNode run = splitRun(console, "Artifacts, deleted", 40);
        JsonNode artifact = artifactNamed(console, run, "-0001-of-000");
        String name = artifact.get("name").asString();
        Browser browser = console.administrator();
        Page page = browser.visit("/artifacts?runId=" + run.get("id").asString());
        page.getByRole(AriaRole.CHECKBOX, named("Select " + name)).check();
        page.getByRole(AriaRole.BUTTON, named("Delete")).click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog).containsText("They can no longer be downloaded by anybody.");
        browser.inspect("artifacts-delete");

        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Delete 1 artifact"))
                .click();

        assertThat(page.getByText("1 artifact was deleted")).isVisible();
        assertThat(page.getByRole(AriaRole.ROW).filter(holding(name))).hasCount(0);
        assertThat(statusOfDownload(console, page, artifact))
                .as("status of a download after the deletion")
                .isIn(404, 410);
    }

    // P74, P77
    @Test
    void when_its_days_are_over_a_file_leaves_the_page_by_itself_and_cannot_be_downloaded_any_more(Console console) {
        JsonNode run = exported(console, "Artifacts, at their end", Map.of("type", "CONTACT"));
        JsonNode file = artifactNamed(console, run, ".jsonl");
        Browser browser = console.administrator();
        Page page = browser.page();
        page.clock().install();
        endsIn(console, run, "1 hour");
        browser.visit("/artifacts?runId=" + run.get("id").asString());
        Locator row =
                page.getByRole(AriaRole.ROW).filter(holding(file.get("name").asString()));
        assertThat(row).containsText("1 day");
        browser.photograph("artifacts-last-day");
        assertThat(statusOfDownload(console, page, file)).isEqualTo(200);

        endsIn(console, run, "0 hours");
        page.clock().fastForward(ONE_HOUR_MILLIS);

        assertThat(page.getByText("No artifact matches these filters")).isVisible();
        assertThat(row).hasCount(0);
        assertThat(statusOfDownload(console, page, file))
                .as("status of a download on the day after the last")
                .isIn(404, 410);
        browser.visit("/history/" + run.get("id").asString());
        assertThat(page.getByText("This run has no files")).isVisible();
    }

    /** Turns the calendar to the last hours of the files of a run. */
    private static void endsIn(Console console, JsonNode run, String interval) {
        console.databases()
                .inProduct("UPDATE history.run SET expires_at = now() + INTERVAL '%s' WHERE run_id = '%s'"
                        .formatted(interval, run.get("id").asString()));
    }

    private static int statusOfDownload(Console console, Page page, JsonNode artifact) {
        return page.request()
                .get(console.uri() + "/api/v1/artifacts/" + artifact.get("id").asString() + "/content")
                .status();
    }

    @Test
    void the_page_gives_the_lines_that_load_the_selected_files_and_they_do(Console console) throws Exception {
        JsonNode run =
                exported(console, "Artifacts, loaded", Map.of("type", "CONTACT", "output", Map.of("splitSizeMb", 1)));
        List<JsonNode> files = artifactsOf(console, run).stream()
                .filter(artifact -> artifact.get("kind").asString().equals("FILE"))
                .toList();
        assertThat(files).hasSizeGreaterThan(1);
        Browser browser = console.administrator();
        Page page = browser.visit("/artifacts?runId=" + run.get("id").asString());
        page.getByRole(AriaRole.CHECKBOX, named("Select all that are shown")).check();
        page.getByRole(AriaRole.BUTTON, named("Load it")).click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        String forDuckDb = linesFor("DuckDB", dialog, files);
        String forPython = linesFor("Python", dialog, files);
        String forPsql = linesFor("PostgreSQL", dialog, files);
        assertThat(dialog).not().containsText("manifest.json");
        browser.inspect("artifacts-load");

        bring(console, files);
        String rows = Long.toString(
                files.stream().mapToLong(file -> file.get("rows").asLong()).sum());
        LoadedFiles loaded = new LoadedFiles(folder, console.databases());
        assertThat(loaded.byDuckDb(forDuckDb)).isEqualTo(rows);
        assertThat(loaded.byPython(forPython)).isEqualTo(rows);
        assertThat(loaded.byPsql(forPsql)).isEqualTo(rows);
    }

    private static String linesFor(String tool, Locator dialog, List<JsonNode> files) {
        dialog.getByRole(AriaRole.TAB, new Locator.GetByRoleOptions().setName(tool))
                .click();
        Locator lines = dialog.getByRole(AriaRole.REGION, new Locator.GetByRoleOptions().setName("Lines for " + tool));
        for (JsonNode file : files) {
            assertThat(lines).containsText(file.get("name").asString());
        }
        return lines.innerText();
    }

    /** Puts files where somebody saved them, without downloading each. */
    private void bring(Console console, List<JsonNode> files) throws IOException {
        List<String> names =
                files.stream().map(file -> file.get("name").asString()).toList();
        try (Stream<Path> stored = Files.walk(console.home().resolve("artifacts"))) {
            for (Path file : stored.filter(
                            path -> names.contains(path.getFileName().toString()))
                    .toList()) {
                Files.createSymbolicLink(folder.resolve(file.getFileName()), file);
            }
        }
    }

    /** A completed run of all interactions in files of the given size. */
    private static JsonNode splitRun(Console console, String title, int megabytes) {
        return exported(console, title, Map.of("output", Map.of("splitSizeMb", megabytes)));
    }

    /** A completed run of all data. */
    private static JsonNode exported(Console console, String title, Map<String, ?> settings) {
        ConsoleApi api = console.api();
        Map<String, Object> all = new HashMap<>(settings);
        all.put("dateRange", Map.of("kind", "ALL"));
        JsonNode run = api.awaitEnd(api.runNow(api.createJob(title, all)));
        assertThat(run.get("status").asString())
                .as("how the run ended: %s", run)
                .isEqualTo("COMPLETED");
        return run;
    }

    private static List<JsonNode> artifactsOf(Console console, JsonNode run) {
        List<JsonNode> artifacts = new ArrayList<>();
        console.api()
                .get("/artifacts?limit=500&runId=" + run.get("id").asString())
                .get("items")
                .forEach(artifacts::add);
        return artifacts;
    }

    private static JsonNode artifactNamed(Console console, JsonNode run, String part) {
        return artifactsOf(console, run).stream()
                .filter(artifact -> artifact.get("name").asString().contains(part))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> sumsOf(Console console, JsonNode run) {
        return artifactsOf(console, run).stream()
                .map(artifact -> artifact.get("sha256").asString())
                .toList();
    }

    private static List<String> sumsIn(Path zip) throws Exception {
        List<String> sums = new ArrayList<>();
        try (ZipFile file = new ZipFile(zip.toFile())) {
            for (ZipEntry entry : Collections.list(file.entries())) {
                sums.add(sha256(file.getInputStream(entry).readAllBytes()));
            }
        } catch (IOException e) {
            throw new AssertionError("not a zip: " + zip, e);
        }
        return sums;
    }

    private static String sha256(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Locator.FilterOptions holding(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
