package dev.longshore.system.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasAttributeOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whole ways through the console that people take. */
abstract class JourneysIT {
    private static final double RUN_MILLIS = 60_000;
    private static final String PASSWORD = "first day at the harbour";

    @TempDir
    private Path folder;

    // P11, P31, P33, P67, P69, P73, P75, P84
    @Test
    void from_the_first_sign_in_to_the_first_file_that_was_downloaded_and_verified(Console console) throws Exception {
        String oneTime = console.api()
                .post("/users", "{\"name\": \"frida\", \"role\": \"EXPORTER\", \"sources\": null}")
                .get("oneTimePassword")
                .asString();
        Browser browser = console.stranger();
        Page page = browser.visit("/");
        page.getByLabel("User").fill("frida");
        page.locator("[name=password]").fill(oneTime);
        page.getByRole(AriaRole.BUTTON, named("Sign in")).click();
        page.locator("[name=currentPassword]").fill(oneTime);
        page.locator("[name=newPassword]").fill(PASSWORD);
        page.locator("[name=again]").fill(PASSWORD);
        page.getByRole(AriaRole.BUTTON, named("Change password")).click();

        String title = "My first export";
        page.getByRole(AriaRole.BUTTON, named("Add new job")).click();
        Locator editor = page.getByRole(AriaRole.DIALOG);
        editor.getByLabel("Title").fill(title);
        editor.getByText("All data", new Locator.GetByTextOptions().setExact(true))
                .click();
        editor.getByText("Once", new Locator.GetByTextOptions().setExact(true)).click();
        editor.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Save"))
                .click();
        assertThat(editor).isHidden();

        browser.visit("/history?q=My+first");
        Locator run = page.getByRole(AriaRole.ROW).filter(holding(title));
        assertThat(run.filter(holding("Completed"))).hasCount(1, new HasCountOptions().setTimeout(RUN_MILLIS));
        run.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(Pattern.compile("jsonl|file")))
                .click();
        assertThat(page).hasURL(Pattern.compile(".*/artifacts\\?runId=.*"));
        Path file = save(page, ".jsonl");
        Path manifest = save(page, "manifest.json");

        JsonNode told =
                JsonMapper.shared().readTree(manifest.toFile()).get("files").get(0);
        byte[] content = Files.readAllBytes(file);
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content)))
                .as("SHA-256 of the file, as the manifest has it")
                .isEqualTo(told.get("sha256").asString());
        assertThat(Files.readAllLines(file)).hasSize(told.get("rows").asInt());
    }

    // P5, P13, P68, P70
    @Test
    void a_failed_run_is_found_understood_and_retried(Console console) {
        String title = "Contacts that are not to be read";
        ConsoleApi api = console.api();
        String job = api.createJob(title, Map.of("type", "CONTACT", "dateRange", Map.of("kind", "ALL")));
        Browser browser = console.administrator();
        console.databases().inSource("REVOKE SELECT ON contact_history.contact FROM contact_history_reader");
        try {
            api.awaitEnd(api.runNow(job));
            retryInVain(JobsScreen.search(browser, title), title);
        } finally {
            console.databases().inSource("GRANT SELECT ON contact_history.contact TO contact_history_reader");
        }
        Page page = browser.visit("/history?status=FAILED&jobId=" + job);
        Locator failed = page.getByRole(AriaRole.ROW).filter(holding(title));
        assertThat(failed).hasCount(2);
        assertThat(failed.first()).containsText("may not be read: grant SELECT");
        browser.inspect("history-failed");

        page.getByRole(AriaRole.LINK, named("Details of the run of " + title))
                .first()
                .click();
        Locator panel = page.getByRole(AriaRole.REGION, named("Why this run failed"));
        assertThat(panel).containsText("The source refused the request");
        assertThat(panel).containsText("column contact_id may not be read: grant SELECT to the source's user");
        assertThat(panel).containsText("Ask the administrator of the database, then run again.");
        browser.inspect("run-refused");
        browser.inspectOnPhone("run-refused");

        page.getByRole(AriaRole.BUTTON, named("Run again")).click();
        assertThat(page.getByText("The run was started again")).isVisible();
        browser.visit("/history?status=COMPLETED&jobId=" + job);
        assertThat(page.getByRole(AriaRole.ROW).filter(holding(title)))
                .hasCount(1, new HasCountOptions().setTimeout(RUN_MILLIS));
        page.getByRole(AriaRole.LINK, named("Details of the run of " + title)).click();
        assertThat(page.getByText("Retry of")).isVisible();
        page.getByRole(AriaRole.LINK, named("the earlier run")).click();
        assertThat(panel).isVisible();

        JobsScreen jobs = JobsScreen.search(browser, title);
        assertThat(badge(jobs, title, "Completed")).isVisible();
        assertThat(retry(jobs, title)).hasCount(0);
    }

    /** Beside the badge of the last run, on the page of jobs, while the cause is still there. */
    private static void retryInVain(JobsScreen jobs, String title) {
        Locator failed = badge(jobs, title, "Failed");
        assertThat(failed).isVisible();
        String first = failed.getAttribute("href");
        retry(jobs, title).click();
        assertThat(jobs.page().getByText("The run was started again")).isVisible();
        assertThat(failed).not().hasAttribute("href", first, new HasAttributeOptions().setTimeout(RUN_MILLIS));
        assertThat(failed).isVisible();
    }

    private static Locator badge(JobsScreen jobs, String title, String status) {
        return jobs.page().getByRole(AriaRole.LINK, named("Last run of %s: %s".formatted(title, status)));
    }

    private static Locator retry(JobsScreen jobs, String title) {
        return jobs.button("Run %s again for the same window".formatted(title));
    }

    private Path save(Page page, String part) {
        Locator icon = page.getByRole(AriaRole.ROW)
                .filter(holding(part))
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Download"));
        Download download = page.waitForDownload(icon::click);
        Path saved = folder.resolve(download.suggestedFilename());
        download.saveAs(saved);
        return saved;
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Locator.FilterOptions holding(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
