package dev.longshore.system.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The console for those who have no mouse, a small screen, a printer, or no liking for what moves. */
abstract class WaysOfUseIT {
    private static final double RUN_MILLIS = 60_000;
    private static final Map<String, ?> ALL_DATA = Map.of("dateRange", Map.of("kind", "ALL"));

    /** A4 across, without its margins, at 96 dots an inch. */
    private static final int PAPER_WIDTH = 1032;

    private static final int PAPER_HEIGHT = 703;

    @Test
    void a_job_is_created_and_run_and_its_file_downloaded_by_keyboard_alone(Console console) {
        String title = Console.unique("By keyboard");
        Browser browser = console.administrator();
        JobsScreen jobs = new JobsScreen(browser.visit("/jobs?q=" + URLEncoder.encode(title, StandardCharsets.UTF_8)));
        Page page = jobs.page();
        assertThat(jobs.heading("No job matches these filters")).isVisible();
        Keyboard keyboard = new Keyboard(page);

        keyboard.tabTo(jobs.button("Add new job").first());
        keyboard.press("Enter");
        assertThat(jobs.field("Title")).isFocused();
        keyboard.type(title);
        keyboard.tabTo(jobs.inDialog(AriaRole.RADIO, "Relative"));
        keyboard.arrowTo("ArrowLeft", jobs.inDialog(AriaRole.RADIO, "All data"));
        keyboard.tabTo(jobs.inDialog(AriaRole.RADIO, "Hourly"));
        keyboard.arrowTo("ArrowRight", jobs.inDialog(AriaRole.RADIO, "Daily"));
        keyboard.tabTo(jobs.inDialog(AriaRole.BUTTON, "Save"));
        keyboard.press("Enter");
        assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
        assertThat(jobs.button("Add new job").first()).isFocused();

        Locator run = jobs.button("Run " + title + " now");
        keyboard.tabTo(run);
        keyboard.press("Space");
        Locator badge = page.getByRole(AriaRole.LINK, named("Last run of " + title + ": Completed"));
        assertThat(badge).isVisible(new IsVisibleOptions().setTimeout(RUN_MILLIS));
        assertThat(run).isFocused();
        keyboard.tabBackTo(badge);
        keyboard.press("Enter");

        assertThat(jobs.heading("Run of “" + title + "”")).isVisible();
        assertThat(page.getByRole(AriaRole.MAIN)).isFocused();
        keyboard.tabTo(page.getByRole(AriaRole.LINK, named("Open in Artifacts")));
        keyboard.press("Enter");
        Locator icon = page.getByRole(AriaRole.ROW)
                .filter(holding(".jsonl"))
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Download"));
        keyboard.tabTo(icon);
        Download download = page.waitForDownload(() -> keyboard.press("Enter"));
        assertThat(download.suggestedFilename()).endsWith(".jsonl");
        assertThat(download.failure()).isNull();
    }

    @Test
    void escape_closes_what_is_open_and_the_focus_returns_to_what_opened_it(Console console) {
        String title = Console.unique("Escape");
        console.api().createJob(title, Map.of());
        JobsScreen jobs = JobsScreen.search(console.administrator(), title);
        Page page = jobs.page();
        Locator dialogs = page.getByRole(AriaRole.DIALOG);
        for (Locator opener :
                List.of(jobs.button("Add new job"), jobs.button("Edit " + title), jobs.button("Delete " + title))) {
            opener.press("Enter");
            assertThat(dialogs).isVisible();
            page.keyboard().press("Escape");
            assertThat(dialogs).hasCount(0);
            assertThat(opener).isFocused();
        }
        jobs.slider(title).press("Space");
        assertThat(dialogs).isVisible();
        page.keyboard().press("Escape");
        assertThat(jobs.slider(title)).isFocused();
        for (String menu : List.of("More for " + title, "More ways to add a job", "Account of admin")) {
            jobs.button(menu).press("Enter");
            assertThat(page.locator("[role=menu]:focus-within")).isVisible();
            page.keyboard().press("Escape");
            assertThat(page.getByRole(AriaRole.MENU)).hasCount(0);
            assertThat(jobs.button(menu)).isFocused();
        }
        Locator more = jobs.button("More for " + title);
        for (String item : List.of("Coverage calendar", "Run for a window…")) {
            more.press("Enter");
            page.getByRole(AriaRole.MENUITEM, named(item)).press("Enter");
            assertThat(dialogs).isVisible();
            page.keyboard().press("Escape");
            assertThat(dialogs).hasCount(0);
            assertThat(more).isFocused();
        }
    }

    // P68
    @Test
    void the_history_is_printed_dark_on_white_with_all_its_facts_and_nothing_to_press(Console console) {
        String title = "A long title, of a job that is printed, ".repeat(3).strip();
        ConsoleApi api = console.api();
        String job = api.createJob(title, Map.of("type", "CONTACT"));
        JsonNode run = api.awaitEnd(api.runNow(job));
        api.awaitEnd(api.runNow(job));
        Browser browser = console.administrator();
        Page page = browser.visit("/history?jobId=" + job);
        assertThat(page.getByRole(AriaRole.ROW)).hasCount(3);
        page.setViewportSize(PAPER_WIDTH, PAPER_HEIGHT);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT).setColorScheme(ColorScheme.DARK));

        browser.photograph("history-print");
        assertThat(page.getByRole(AriaRole.NAVIGATION)).hasCount(0);
        assertThat(page.getByRole(AriaRole.SEARCH)).hasCount(0);
        assertThat(page.getByRole(AriaRole.COLUMNHEADER)).hasText(new String[] {
            "Job", "Source", "Type", "Status", "Start", "End", "Duration", "Rows", "Size", "Files"
        });
        assertThat(page.locator("button:visible:not(.column-head)")).hasCount(0);
        assertThat(wholeWords(page))
                .as("all that stands in the first row, none of it cut off")
                .contains(
                        title,
                        "Contact History",
                        "Contact",
                        "Completed",
                        run.get("fileName").asString());
        assertThat((Boolean) page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                .as("the table is as wide as the paper")
                .isTrue();
        Wcag.requireNoViolation(page, "the history on paper");
    }

    /** The texts of the cells of the second run, of which nothing is hidden in its own box or behind the edge of the paper. */
    private static List<String> wholeWords(Page page) {
        List<?> texts = (List<?>) page.evaluate("""
                () => [...document.querySelectorAll('tbody tr:last-child :is(p, a, span, td, div)')]
                  .filter((element) => element.textContent !== '' && element.checkVisibility())
                  .filter(({ scrollWidth, clientWidth, scrollHeight, clientHeight }) =>
                    clientWidth === 0 || (scrollWidth <= clientWidth && scrollHeight <= clientHeight + 1))
                  .filter((element) => element.getBoundingClientRect().right <= innerWidth)
                  .map(({ textContent }) => textContent)
                """);
        return texts.stream().map(String::valueOf).toList();
    }

    @Test
    void no_page_is_wider_than_a_phone(Console console) {
        ConsoleApi api = console.api();
        String title = "Unbrokenlongwordthatnothingcandivide_".repeat(4);
        String run = api.awaitEnd(api.runNow(api.createJob(title, Map.of("type", "CONTACT"))))
                .get("id")
                .asString();
        Browser browser = console.administrator();
        Page page = browser.page();
        for (String path : List.of(
                "/jobs?q=Unbroken",
                "/history?q=Unbroken",
                "/history/" + run,
                "/artifacts?runId=" + run,
                "/preferences",
                "/administration",
                "/administration/tokens",
                "/administration/webhooks",
                "/administration/audit",
                "/administration/about",
                "/no-such-page")) {
            page.setViewportSize(390, 844);
            browser.visit(path);
            assertThat(page.getByRole(AriaRole.HEADING).first()).isVisible();
            assertThat(page.locator(".mantine-Skeleton-root, .mantine-Loader-root"))
                    .hasCount(0);
            assertThat((Integer) page.evaluate("() => document.documentElement.scrollWidth"))
                    .as("width of %s on a phone", path)
                    .isLessThanOrEqualTo(390);
        }
        browser.photograph("no-such-page-phone");
    }

    @Test
    void a_list_that_cannot_be_loaded_says_so_and_comes_back_with_the_network(Console console) {
        Browser browser = console.administrator();
        browser.expectError(".*ERR_INTERNET_DISCONNECTED.*");
        Page page = browser.visit("/history");
        assertThat(page.getByRole(AriaRole.ROW).nth(1)).isVisible();
        Locator failure = page.getByRole(AriaRole.ALERT);
        page.context().setOffline(true);
        try {
            page.getByLabel("Job title").fill("e");
            assertThat(page.getByRole(AriaRole.STATUS, named("Loading…"))).isVisible();
            browser.photograph("history-loading");
            assertThat(failure).containsText("The history could not be loaded");
            assertThat(failure).containsText("The console cannot be reached.");
            browser.inspect("history-unreachable");
        } finally {
            page.context().setOffline(false);
        }
        assertThat(page.getByRole(AriaRole.ROW).nth(1)).isVisible();
        assertThat(failure).hasCount(0);
    }

    /** As after an update of the product, or when the connection was lost at the wrong moment. */
    @Test
    void a_page_whose_code_does_not_come_offers_to_load_it_again(Console console) {
        Browser browser = console.administrator();
        browser.expectError(".*(ERR_FAILED|dynamically imported module|ArtifactsPage).*");
        Page page = browser.page();
        String code = "**/ArtifactsPage*.js";
        page.route(code, Route::abort);
        browser.visit("/no-such-page");
        assertThat(page.getByRole(AriaRole.HEADING, named("There is no such page")))
                .isVisible();
        page.getByRole(AriaRole.LINK, named("Artifacts")).click();
        assertThat(page.getByRole(AriaRole.HEADING, named("The page could not be shown")))
                .isVisible();
        browser.inspect("page-broken");
        page.unroute(code);
        page.getByRole(AriaRole.BUTTON, named("Load it again")).click();
        assertThat(page.getByRole(AriaRole.HEADING, named("Artifacts"))).isVisible();
    }

    // P12, P15, P16
    @Test
    void the_bar_of_a_long_run_tells_the_time_left_and_stands_still_for_those_who_wish_so(Console console) {
        String title = Console.unique("Long run");
        ConsoleApi api = console.api();
        String job = api.createJob(title, ALL_DATA);
        Browser browser = console.administrator();
        JobsScreen jobs = JobsScreen.search(browser, title);
        try (SlowSource source = new SlowSource(console.databases())) {
            String run = api.runNow(job);
            try {
                readTimeLeft(jobs, title);
                requireActionsInView(jobs, title);
                requireStillnessIfWished(jobs.page());
                browser.inspect("jobs-long-run");
                jobs.button("Cancel the run of " + title).click();
                jobs.inDialog(AriaRole.BUTTON, "Cancel the run").click();
                assertThat(jobs.row(title)).containsText("Cancelled", new ContainsTextOptions().setTimeout(20_000));
            } finally {
                api.cancelIfGoing(run);
            }
            assertThat(api.awaitEnd(run).get("status").asString())
                    .as("how the run of %s ended", source)
                    .isEqualTo("CANCELLED");
        }
    }

    /** It stands below the bar; the instant is told to those who hover or focus it. */
    private static void readTimeLeft(JobsScreen jobs, String title) {
        Locator bar = jobs.row(title).getByRole(AriaRole.GROUP, inRow("Progress of " + title));
        Locator tooltip = jobs.page().getByRole(AriaRole.TOOLTIP);
        Pattern told = Pattern.compile("expected to end at|time left unknown: \\w");
        assertThat(bar).containsText(Pattern.compile(" left|time left unknown: \\w"));
        bar.hover();
        assertThat(tooltip).containsText(told);
        jobs.page().mouse().move(0, 0);
        assertThat(tooltip).hasCount(0);
        bar.focus();
        assertThat(tooltip).containsText(told);
        bar.blur();
        assertThat(tooltip).hasCount(0);
    }

    private static void requireStillnessIfWished(Page page) {
        assertThat(moving(page)).as("what moves").isNotEmpty();
        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        assertThat(moving(page)).as("what moves though nothing shall").isEmpty();
    }

    private static void requireActionsInView(JobsScreen jobs, String title) {
        for (String action : List.of("Run %s now", "Edit %s", "Delete %s", "More for %s")) {
            assertThat(jobs.button(action.formatted(title)).boundingBox())
                    .as(action)
                    .matches(box -> box.x + box.width <= 1280);
        }
        assertThat((Boolean) jobs.page()
                        .getByRole(AriaRole.REGION, named("Jobs"))
                        .evaluate("region => region.scrollWidth <= region.clientWidth"))
                .as("the table is as wide as the page")
                .isTrue();
    }

    private static List<?> moving(Page page) {
        return (List<?>) page.evaluate(
                "() => document.getAnimations().filter(({ playState }) => playState === 'running').map(String)");
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Locator.GetByRoleOptions inRow(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Locator.FilterOptions holding(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
