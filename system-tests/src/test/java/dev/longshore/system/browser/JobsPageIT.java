package dev.longshore.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An administrator's first minutes with the product. */
@BrowserTest
class JobsPageIT {
    private static final double RUN_MILLIS = 60_000;
    private static final String TITLE = "Everything, from the browser";

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
        assertThat(editor.getByText("Next runs")).isVisible();
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

        assertThat(row(page).getByText("Completed")).isVisible(new IsVisibleOptions().setTimeout(RUN_MILLIS));

        List<?> seen = (List<?>) page.evaluate("() => window.progressSeen");
        assertThat(seen)
                .as("what the progress bar said while the run went on")
                .isNotEmpty()
                .allMatch(said -> said.toString().startsWith("Progress of " + TITLE));
        assertThat(page.getByRole(AriaRole.ALERT)).hasCount(0, new HasCountOptions().setTimeout(15_000));
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
