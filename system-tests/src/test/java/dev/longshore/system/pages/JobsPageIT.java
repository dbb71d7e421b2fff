package dev.longshore.system.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An administrator's first minutes with the product. */
abstract class JobsPageIT {
    private static final double RUN_MILLIS = 60_000;
    private static final String FAR = "2099-01-01T00:00:00Z";
    private static final String TITLE = Console.unique("Everything, from the browser");

    /** Notes what every progress bar says, so that a short one is not missed. */
    private static final String WATCH_PROGRESS = """
            window.progressSeen = [];
            new MutationObserver(() => {
              for (const bar of document.querySelectorAll('[role=progressbar]')) {
                const said = `${bar.getAttribute('aria-label')}: ${bar.getAttribute('aria-valuetext')}`;
                if (window.progressSeen.at(-1) !== said) window.progressSeen.push(said);
              }
            }).observe(document, { subtree: true, childList: true, attributes: true });
            """;

    // P1, P2, P11, P12, P15, P17, P49, P84
    @Test
    void an_administrator_signs_in_creates_a_job_runs_it_and_sees_it_progress_and_complete(Console console) {
        Browser browser = console.stranger();
        browser.page().addInitScript(WATCH_PROGRESS);
        signIn(browser, console);
        createJob(browser);
        runJob(browser);
        readHistory(browser);
    }

    private static void signIn(Browser browser, Console console) {
        Page page = browser.visit("/");
        assertThat(heading(page, "Sign in")).isVisible();
        browser.inspect("sign-in");
        browser.signIn(Console.ADMIN, console.password());

        assertThat(page.getByRole(AriaRole.ROW).filter(holding("Interactions, hourly")))
                .containsText("Completed");
        browser.inspect("jobs");
    }

    private static void createJob(Browser browser) {
        Page page = browser.page();
        page.getByRole(AriaRole.BUTTON, named("Add new job")).click();
        Locator editor = page.getByRole(AriaRole.DIALOG);
        assertThat(editor).isVisible();
        editor.getByLabel("Title").fill(TITLE);
        editor.getByText("All data", new Locator.GetByTextOptions().setExact(true))
                .click();
        editor.getByText("Daily", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(page.getByRole(AriaRole.REGION, named("Next runs"))).containsText("Daily at");
        browser.inspect("new-job");

        editor.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Save"))
                .click();

        assertThat(editor).isHidden();
        assertThat(row(page)).containsText("Not run yet");
        assertThat(row(page)).containsText("Daily at");
    }

    private static void runJob(Browser browser) {
        Page page = browser.page();
        page.getByRole(AriaRole.BUTTON, named("Run " + TITLE + " now")).click();
        assertThat(row(page).getByRole(AriaRole.PROGRESSBAR)).isVisible();
        browser.photograph("jobs-running");

        assertThat(row(page).getByText("Completed", new Locator.GetByTextOptions().setExact(true)))
                .isVisible(new IsVisibleOptions().setTimeout(RUN_MILLIS));

        List<?> seen = (List<?>) page.evaluate("() => window.progressSeen");
        assertThat(seen)
                .as("what the progress bar said while the run went on")
                .isNotEmpty()
                .allMatch(said -> said.toString().startsWith("Progress of " + TITLE));
        assertThat(page.getByRole(AriaRole.ALERT)
                        .filter(new Locator.FilterOptions().setHasNotText("“" + TITLE + "” was ")))
                .hasCount(0);
    }

    // P13, P14, P67, P68
    private static void readHistory(Browser browser) {
        Page page = browser.page();
        page.getByRole(AriaRole.LINK, named("History of " + TITLE)).click();
        assertThat(heading(page, "History")).isVisible();
        Locator run = page.getByRole(AriaRole.ROW).filter(holding(TITLE));
        assertThat(run).containsText("Completed");
        browser.inspect("history");
    }

    // P3, P4, P5, P6, P7, P8
    @Test
    void a_row_shows_title_source_type_latest_status_and_date_under_their_columns(Console console) {
        String title = Console.unique("Row");
        console.api().awaitEnd(console.api().runNow(console.api().createJob(title, Map.of("type", "CONTACT"))));
        JobsScreen jobs = JobsScreen.search(console.administrator(), title);

        for (String column : List.of("Title", "Source", "Type", "Latest status", "Date last run", "Next run")) {
            assertThat(jobs.page().getByRole(AriaRole.COLUMNHEADER, new Page.GetByRoleOptions().setName(column)))
                    .isVisible();
        }
        Locator cells = jobs.row(title).locator("td, th");
        assertThat(cells.nth(0).getByRole(AriaRole.CHECKBOX)).not().isChecked();
        assertThat(cells.nth(1)).hasText(title);
        assertThat(cells.nth(2)).hasText("Contact History");
        assertThat(cells.nth(3)).hasText("Contact");
        assertThat(cells.nth(5)).containsText("Completed");
        assertThat(cells.nth(5)
                        .getByRole(AriaRole.IMG, new Locator.GetByRoleOptions().setName("Last run: 1 completed")))
                .isVisible();
        assertThat(cells.nth(6).locator("time")).isVisible();
        assertThat(cells.nth(7).locator("time")).isVisible();
    }

    // P9, P10
    @Test
    void jobs_are_filtered_by_source_and_type_and_the_address_keeps_it(Console console) {
        String words = Console.unique("Filtered");
        console.api().createJob(words + " contacts", Map.of("type", "CONTACT"));
        console.api().createJob(words + " interactions", Map.of());
        Browser browser = console.administrator();
        JobsScreen jobs = JobsScreen.search(browser, words);
        Page page = jobs.page();
        assertThat(jobs.filter("Source")).hasValue("All Sources");
        assertThat(jobs.filter("Type")).hasValue("All Types");
        assertThat(jobs.row(words)).hasCount(2);

        jobs.choose(jobs.filter("Type"), "Contact");

        assertThat(jobs.row(words)).hasCount(1);
        assertThat(jobs.row(words + " contacts")).isVisible();
        page.reload();
        assertThat(jobs.filter("Type")).hasValue("Contact");
        assertThat(jobs.row(words)).hasCount(1);

        jobs.choose(jobs.filter("Source"), "Contact History");
        assertThat(jobs.row(words)).hasCount(2);
        jobs.filter("Search").fill("no job is called so");
        assertThat(jobs.heading("No job matches these filters")).isVisible();
        browser.inspect("jobs-no-match");
        jobs.button("Clear the filters").click();
        assertThat(jobs.filter("Source")).hasValue("All Sources");
    }

    // P2
    @Test
    void jobs_are_sorted_by_a_click_on_a_column_and_shown_as_cards_on_a_phone(Console console) {
        String words = Console.unique("Sorted");
        console.api().createJob(words + " A", Map.of());
        console.api().createJob(words + " B", Map.of());
        Browser browser = console.administrator();
        JobsScreen jobs = JobsScreen.search(browser, words);

        jobs.button("Title").click();
        assertThat(jobs.row(words).first()).containsText(words + " A");
        jobs.button("Title").click();
        assertThat(jobs.row(words).first()).containsText(words + " B");
        assertThat(jobs.page().getByRole(AriaRole.COLUMNHEADER, new Page.GetByRoleOptions().setName("Title")))
                .hasAttribute("aria-sort", "descending");
        browser.inspectOnPhone("jobs");
    }

    // P8
    @Test
    void ticked_jobs_are_suspended_resumed_and_deleted_at_once_with_a_result_for_each(Console console) {
        String words = Console.unique("Bulk");
        console.api().createJob(words + " hourly", Map.of());
        console.api().createJob(words + " once", Map.of("schedule", Map.of("kind", "ONCE", "startAt", FAR)));
        Browser browser = console.administrator();
        JobsScreen jobs = JobsScreen.search(browser, words);

        jobs.page()
                .getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName("Select all jobs shown"))
                .check();
        assertThat(jobs.page().getByRole(AriaRole.TOOLBAR)).containsText("2 jobs selected");
        browser.inspect("jobs-selected");
        jobs.button("Suspend").click();
        jobs.field("Reason").fill("Maintenance of the source");
        jobs.inDialog(AriaRole.BUTTON, "Suspend").click();
        assertThat(jobs.dialog()).containsText("All 2 done");
        jobs.page().keyboard().press("Escape");
        assertThat(jobs.row(words).filter(new Locator.FilterOptions().setHasText("Suspended")))
                .hasCount(2);

        jobs.page()
                .getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName("Select all jobs shown"))
                .check();
        jobs.button("Resume").click();
        browser.inspect("bulk-resume");
        jobs.inDialog(AriaRole.BUTTON, "Resume").click();
        assertThat(jobs.dialog()).containsText("1 done, 1 refused");
        browser.inspect("bulk-results");
        jobs.page().keyboard().press("Escape");

        jobs.checkbox(words + " hourly").check();
        jobs.button("Delete").click();
        jobs.inDialog(AriaRole.BUTTON, "Delete").click();
        assertThat(jobs.dialog()).containsText("All 2 done");
        jobs.page().keyboard().press("Escape");
        assertThat(jobs.row(words)).hasCount(0);
    }

    // P14
    @Test
    void pages_are_in_the_export_menu_and_language_and_colours_change_without_a_reload(Console console) {
        Browser browser = console.administrator();
        JobsScreen jobs = JobsScreen.open(browser);
        Page page = jobs.page();
        Locator export = page.getByRole(AriaRole.NAVIGATION, named("Export"));
        for (String place : List.of("Jobs", "History", "Artifacts")) {
            assertThat(export.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(place)))
                    .isVisible();
        }
        jobs.button("Account of admin").click();
        page.getByRole(AriaRole.MENUITEM, named("Preferences")).click();
        assertThat(jobs.heading("Preferences")).isVisible();
        browser.inspect("preferences");

        page.getByText("Deutsch", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(jobs.heading("Einstellungen")).isVisible();
        page.getByRole(AriaRole.LINK, named("Jobs")).click();
        assertThat(jobs.button("Neuer Job")).isVisible();
        assertThat(page.locator("html")).hasAttribute("lang", "de");
        browser.inspect("jobs-german");
        browser.inspectOnPhone("jobs-german");
    }

    private static Locator row(Page page) {
        return page.getByRole(AriaRole.ROW).filter(holding(TITLE));
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
