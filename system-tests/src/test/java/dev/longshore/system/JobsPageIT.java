package dev.longshore.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** An administrator's first minutes with the product, in a real browser on the whole product as it is started. */
@Tag("slow")
@DisabledIfSystemProperty(named = "browser", matches = "skip")
class JobsPageIT {
    private static final long SAMPLE_ROWS = 60_000;
    private static final double RUN_MILLIS = 60_000;
    private static final String TITLE = "Everything, from the browser";

    /** Before sign-in the page asks who is signed in; Chromium shows the right answer, nobody, as an error. */
    private static final String ASKED_WHO_IS_SIGNED_IN = "Failed to load resource.* 401 .*/api/v1/me:.*";

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

    @TempDir
    static Path home;

    private static Standalone longshore;

    @BeforeAll
    static void up() {
        longshore = Standalone.start(home.resolve("home"), SAMPLE_ROWS);
    }

    @AfterAll
    static void down() {
        longshore.close();
    }

    // P1, P2, P11, P12, P15, P17, P49, P84
    @Test
    void an_administrator_signs_in_creates_a_job_runs_it_and_sees_it_progress_and_complete() {
        try (Browser browser = Browser.open(longshore.uri())) {
            Page page = browser.page();
            page.addInitScript(WATCH_PROGRESS);
            signIn(browser);
            createJob(browser);
            runJob(browser);
            readHistory(browser);

            assertThat(browser.consoleErrors())
                    .as("errors on the console")
                    .filteredOn(error -> !error.matches(ASKED_WHO_IS_SIGNED_IN))
                    .isEmpty();
            assertThat(browser.foreignRequests())
                    .as("requests that left the origin")
                    .isEmpty();
        }
    }

    private static void signIn(Browser browser) {
        Page page = browser.page();
        page.navigate(longshore.uri().toString());
        assertThat(heading(page, "Sign in")).isVisible();
        inspect(browser, "1-sign-in");

        page.getByLabel("User").fill("admin");
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(longshore.adminPassword());
        page.getByRole(AriaRole.BUTTON, named("Sign in")).click();

        assertThat(heading(page, "Jobs")).isVisible();
        assertThat(page.getByRole(AriaRole.ROW).filter(holding("Interactions, hourly")))
                .containsText("Completed");
        inspect(browser, "2-jobs");
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
        assertThat(editor.getByText("Next runs")).isVisible();
        inspect(browser, "3-new-job");

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
        browser.photograph("4-running");

        assertThat(row(page).getByText("Completed")).isVisible(new IsVisibleOptions().setTimeout(RUN_MILLIS));

        List<?> seen = (List<?>) page.evaluate("() => window.progressSeen");
        assertThat(seen)
                .as("what the progress bar said while the run went on")
                .isNotEmpty()
                .allMatch(said -> said.toString().startsWith("Progress of " + TITLE));
        System.out.println("progress bar: " + seen);
        assertThat(page.getByRole(AriaRole.ALERT))
                .hasCount(
                        0,
                        new com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions().setTimeout(15_000));
        inspect(browser, "5-completed");
    }

    // P13, P14, P67, P68
    private static void readHistory(Browser browser) {
        Page page = browser.page();
        page.getByRole(AriaRole.LINK, named("History of " + TITLE)).click();
        assertThat(heading(page, "History")).isVisible();
        Locator run = page.getByRole(AriaRole.ROW).filter(holding(TITLE));
        assertThat(run).containsText("Completed");
        assertThat(run).containsText("60,000");
        inspect(browser, "6-history");
    }

    private static void inspect(Browser browser, String name) {
        browser.photograph(name);
        assertThat(browser.accessibilityViolations())
                .as("WCAG 2.1 A and AA in %s", name)
                .isEmpty();
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
