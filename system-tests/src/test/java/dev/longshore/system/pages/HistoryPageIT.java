package dev.longshore.system.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a person sees and does on the History page and on the page of a run. */
abstract class HistoryPageIT {
    private static final double RUN_MILLIS = 60_000;
    private static final Map<String, ?> ALL_DATA = Map.of("dateRange", Map.of("kind", "ALL"));

    // P13, P14, P66, P67, P68
    @Test
    void the_history_lists_runs_with_every_column_and_keeps_filters_and_order_in_the_address(Console console) {
        String interactions = "History, interactions";
        String job =
                completedRunOf(console, interactions, Map.of()).get("jobId").asString();
        completedRunOf(console, "History, contacts", Map.of("type", "CONTACT"));
        Browser browser = console.administrator();
        Page page = browser.visit("/jobs");

        page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Export"))
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("History"))
                .click();

        assertThat(page.getByRole(AriaRole.COLUMNHEADER)).hasText(new String[] {
            "Job", "Source", "Type", "Status", "Start", "End", "Duration", "Rows", "Size", "Files", "Actions"
        });
        assertThat(rows(page, interactions)).containsText("Contact History");
        assertThat(rows(page, interactions)).containsText("Completed");
        browser.inspect("history");
        browser.inspectOnPhone("history");

        page.getByLabel("Job title").fill("History, con");
        assertThat(page).hasURL(Pattern.compile(".*[?&]q=History%2C\\+con.*"));
        assertThat(rows(page, interactions)).hasCount(0);
        assertThat(rows(page, "History, contacts")).hasCount(1);
        page.getByRole(AriaRole.BUTTON, named("Rows")).click();
        assertThat(page).hasURL(Pattern.compile(".*[?&]sort=-rows.*"));
        assertThat(page.getByRole(AriaRole.COLUMNHEADER, named("Rows"))).hasAttribute("aria-sort", "descending");

        browser.visit("/history?jobId=" + job);
        assertThat(page.getByText("Runs of “" + interactions + "”")).isVisible();
        assertThat(rows(page, "History, contacts")).hasCount(0);
        assertThat(rows(page, interactions)).hasCount(1);

        browser.visit("/history?jobId=" + job + "&status=FAILED");
        assertThat(page.getByText("No run matches these filters")).isVisible();
        browser.inspect("history-no-match");
        page.getByRole(AriaRole.MAIN)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Clear filters"))
                .last()
                .click();
        assertThat(rows(page, interactions)).hasCount(1);
    }

    // P68: each column sorts
    @Test
    void every_column_of_the_history_sorts_in_both_directions(Console console) {
        completedRunOf(console, "History, sorted", Map.of());
        Page page = console.administrator().visit("/history");
        for (String column :
                List.of("Job", "Source", "Type", "Status", "End", "Duration", "Rows", "Size", "Files", "Start")) {
            Locator head = page.getByRole(AriaRole.COLUMNHEADER, named(column));
            Locator button = head.getByRole(AriaRole.BUTTON);
            button.click();
            assertThat(head).hasAttribute("aria-sort", Pattern.compile("ascending|descending"));
            String first = head.getAttribute("aria-sort");
            assertThat(rows(page, "History, sorted").first()).isVisible();
            button.click();
            assertThat(head).hasAttribute("aria-sort", first.equals("ascending") ? "descending" : "ascending");
            assertThat(rows(page, "History, sorted").first()).isVisible();
        }
        assertThat(page.getByRole(AriaRole.ALERT)).hasCount(0);
    }

    // P69
    @Test
    void an_active_run_appears_by_itself_with_its_progress_and_the_time_left(Console console) {
        String title = "History, live";
        String job = console.api().createJob(title, ALL_DATA);
        Browser browser = console.administrator();
        Page page = browser.page();
        page.addInitScript("""
            window.progressSeen = new Set();
            new MutationObserver(() => {
              for (const bar of document.querySelectorAll('[role=progressbar]')) {
                window.progressSeen.add(`${bar.getAttribute('aria-label')}: ${bar.getAttribute('aria-valuetext')}`);
              }
            }).observe(document, { subtree: true, childList: true, attributes: true });
            """);
        browser.visit("/history?jobId=" + job);
        assertThat(page.getByText("No run matches these filters")).isVisible();

        console.api().runNow(job);

        assertThat(rows(page, title)).hasCount(1);
        assertThat(rows(page, title)).containsText("Completed", new ContainsTextOptions().setTimeout(RUN_MILLIS));
        List<?> seen = (List<?>) page.evaluate("() => [...window.progressSeen]");
        assertThat(seen)
                .as("what the progress bar said, with the time left or why it is not known")
                .isNotEmpty()
                .allMatch(said -> said.toString().startsWith("Progress of " + title + ": "))
                .anyMatch(said -> said.toString().matches(".*(left|about to end).*"));
    }

    // P70, P73
    @Test
    void the_page_of_a_run_tells_all_about_it_and_leads_to_its_artifacts(Console console) {
        String title = "History, in full";
        JsonNode run = completedRunOf(
                console, title, Map.of("dateRange", Map.of("kind", "ALL"), "output", Map.of("splitSizeMb", 40)));
        Browser browser = console.administrator();
        Page page = browser.visit("/history");
        page.getByRole(AriaRole.LINK, named("Details of the run of " + title)).click();

        assertThat(heading(page, "Run of “" + title + "”")).isVisible();
        assertThat(page.getByText("All data")).isVisible();
        assertThat(page.getByText("By hand")).isVisible();
        assertThat(page.getByText(run.get("manifestSha256").asString())).isVisible();
        assertThat(page.getByText("40 MB")).isVisible();
        Locator chart = page.getByRole(
                AriaRole.IMG,
                new Page.GetByRoleOptions().setName(Pattern.compile("Timeline: \\d+ attempts by 1 worker")));
        assertThat(chart).containsText("Exporting");
        assertThat(chart).containsText("Chunk 1");
        assertThat(chart).containsText("File 2");
        page.getByText("As a table").click();
        Locator attempts = page.getByRole(AriaRole.TABLE, named("As a table"));
        assertThat(attempts.getByRole(AriaRole.ROW, new Locator.GetByRoleOptions().setName("Chunk 1 ")))
                .containsText("Done");
        browser.inspect("run");
        browser.inspectOnPhone("run");

        page.getByRole(AriaRole.LINK, named("Open in Artifacts")).click();
        assertThat(page)
                .hasURL(Pattern.compile(".*/artifacts\\?runId=" + run.get("id").asString()));
        assertThat(page.getByRole(AriaRole.ROW).filter(holding("-0002-of-000"))).hasCount(1);
    }

    // P71
    @Test
    void the_line_of_an_ended_run_can_be_deleted_and_its_files_stay(Console console) {
        String title = "History, to be deleted";
        JsonNode run = completedRunOf(console, title, Map.of());
        Browser browser = console.administrator();
        Page page = browser.visit("/history?jobId=" + run.get("jobId").asString());
        page.getByRole(AriaRole.BUTTON, named("More actions for the run of " + title))
                .click();
        assertThat(page.getByRole(AriaRole.MENUITEM, named("Details"))).isVisible();
        browser.inspect("history-menu");
        page.getByRole(AriaRole.MENUITEM, named("Delete this line")).click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog).containsText("goes from the history for everybody");
        browser.inspect("history-delete");

        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Delete line"))
                .click();

        assertThat(page.getByText("The line was deleted")).isVisible();
        assertThat(rows(page, title)).hasCount(0);
        JsonNode left = console.api().get("/artifacts?runId=" + run.get("id").asString());
        assertThat(left.get("items")).as("artifacts of the run").isNotEmpty();
    }

    // P72
    @Test
    void a_run_is_cloned_with_the_settings_that_it_ran_with(Console console) {
        String title = "History, to be cloned";
        JsonNode run = completedRunOf(console, title, Map.of("description", "as it ran"));
        Page page = console.administrator().visit("/history/" + run.get("id").asString());

        page.getByRole(AriaRole.LINK, named("Clone this run as a job")).click();

        Locator editor = page.getByRole(AriaRole.DIALOG);
        assertThat(editor.getByLabel("Title")).hasValue(Pattern.compile(".*" + title + ".*"));
        assertThat(editor.getByLabel("Description")).hasValue("as it ran");
    }

    // XSS through the title of a job, and through what a source made the product say of a failure
    @Test
    void markup_in_titles_and_failures_is_text(Console console) {
        String hostile = "<img src=x onerror=\"window.attacked=1\"> & <b>title</b>";
        JsonNode run = completedRunOf(console, hostile, Map.of());
        Browser browser = console.administrator();
        Page page = browser.page();
        page.route("**/api/v1/runs/" + run.get("id").asString(), route -> {
            var real = route.fetch();
            String body = real.text()
                    .replace(
                            "\"failure\":null",
                            "\"failure\":{\"kind\":\"SOURCE_REJECTED_REQUEST\",\"retryable\":false,\"message\":\"<script>window.attacked=2</script><img"
                                    + " src=x onerror='window.attacked=3'>\"}")
                    .replace("\"status\":\"COMPLETED\"", "\"status\":\"FAILED\"");
            route.fulfill(new com.microsoft.playwright.Route.FulfillOptions()
                    .setResponse(real)
                    .setBody(body));
        });
        for (String path : List.of(
                "/history?jobId=" + run.get("jobId").asString(),
                "/artifacts?runId=" + run.get("id").asString(),
                "/history/" + run.get("id").asString())) {
            browser.visit(path);
            assertThat(page.getByText("<b>title</b>").first()).isVisible();
            assertThat(page.evaluate("() => window.attacked ?? null")).as(path).isNull();
        }
        assertThat(page.getByText("<script>window.attacked=2</script>")).isVisible();
        assertThat(page.getByText("The source refused the request")).isVisible();
        assertThat(page.evaluate("() => window.attacked ?? null")).isNull();
        browser.inspect("run-failed");
    }

    @Test
    void a_run_that_is_not_there_is_said_to_be_missing(Console console) {
        Browser browser = console.administrator();
        browser.expectError("Failed to load resource.* 404 .*/api/v1/runs/.*");
        Page page = browser.visit("/history/00000000-0000-0000-0000-000000000000");
        assertThat(heading(page, "There is no such run")).isVisible();
        browser.inspect("run-missing");
    }

    private static JsonNode completedRunOf(Console console, String title, Map<String, ?> settings) {
        ConsoleApi api = console.api();
        JsonNode run = api.awaitEnd(api.runNow(api.createJob(title, settings)));
        assertThat(run.get("status").asString())
                .as("how the run ended: %s", run)
                .isEqualTo("COMPLETED");
        return run;
    }

    private static Locator rows(Page page, String title) {
        return page.getByRole(AriaRole.ROW).filter(holding(title));
    }

    private static Locator heading(Page page, String name) {
        return page.getByRole(AriaRole.HEADING, named(name));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Locator.FilterOptions holding(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
