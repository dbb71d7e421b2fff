package dev.longshore.benchmarks;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How long people wait for the console's pages with 10,000 jobs and a million runs, in a real browser against the whole
 * product, both on this machine: from the address or the click until rows are shown and the page has nothing left to do.
 */
public final class PagesBenchmark {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 900;
    private static final String ROWS = "main tbody tr >> nth=0";
    private static final long TARGET_NANOS = 1_000_000_000;

    /** Answers when what was shown is painted and nothing else waits to be done: a click would be heard at once. */
    private static final String IDLE = "() => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))";

    private final UpProduct product;
    private final Browser chromium;
    private final Map<String, List<Long>> nanos = new LinkedHashMap<>();
    private boolean measuring;

    private PagesBenchmark(UpProduct product, Browser chromium) {
        this.product = product;
        this.chromium = chromium;
    }

    /** @param arguments {@code --rows N} runs (1,000,000), {@code --rounds N} (10), {@code --home DIR} */
    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException {
        Options options = Options.parse(arguments, 1_000_000, 10);
        try (UpProduct product = UpProduct.start(options.home().resolve("pages"));
                Chromium chromium = Chromium.start()) {
            new FullProduct(product).fill(options.rows());
            PagesBenchmark pages = new PagesBenchmark(product, chromium.browser());
            pages.measure(options.rounds());
            System.out.printf(
                    Locale.ROOT, "%,d jobs, %,d runs, %d rounds%n", FullProduct.JOBS, options.rows(), options.rounds());
            pages.nanos.forEach(PagesBenchmark::print);
        }
    }

    private void measure(int rounds) {
        String session = signIn();
        for (int round = 0; round <= rounds; round++) {
            // The first round warms the product's compiler up.
            measuring = round > 0;
            open("Jobs", session, "/jobs", ROWS);
            open("History", session, "/history", ROWS);
            String run = open("Artifacts", session, "/artifacts", "main tbody tr a[href^='/history/'] >> nth=0");
            open("run", session, run, "main dl.facts >> nth=0");
            open("Administration", session, "/administration", ROWS);
            open("audit log", session, "/administration/audit", ROWS);
            walk(session);
        }
    }

    private String signIn() {
        try (BrowserContext context = newContext(null)) {
            Page page = context.newPage();
            page.navigate(product.uri() + "/sign-in");
            page.getByLabel("User").fill(UpProduct.USER);
            page.locator("[name=password]").fill(UpProduct.PASSWORD);
            page.getByRole(AriaRole.BUTTON, named("Sign in")).click();
            page.locator(ROWS).waitFor();
            return context.storageState();
        }
    }

    /**
     * A browser that was never here, but for the session, and the same one again. Answers where the first link leads that
     * was waited for.
     */
    private String open(String what, String session, String path, String shown) {
        try (BrowserContext context = newContext(session)) {
            Page page = context.newPage();
            // The browser starts a process for the site; that is no matter of the page.
            page.navigate(product.uri() + "/longshore.svg");
            time("cold: " + what, page, () -> page.navigate(product.uri() + path), page.locator(shown));
            String target = page.locator(shown).getAttribute("href");
            page.navigate("about:blank");
            time("again: " + what, page, () -> page.navigate(product.uri() + path), page.locator(shown));
            return target == null ? path : target;
        }
    }

    /** From page to page, each for the first time since the console was opened. */
    private void walk(String session) {
        try (BrowserContext context = newContext(session)) {
            Page page = context.newPage();
            page.navigate(product.uri() + "/preferences");
            page.getByRole(AriaRole.HEADING, named("Preferences")).waitFor();
            Locator rows = page.locator(ROWS);
            time("inside: Jobs", page, () -> link(page, "Jobs").click(), rows);
            time(
                    "inside: Jobs, one searched for",
                    page,
                    () -> page.getByLabel("Search").fill("no. 4177"),
                    page.locator("main tbody tr:only-child"));
            editor(page);
            time("inside: History", page, () -> link(page, "History").click(), rows);
            time(
                    "inside: History, most rows first",
                    page,
                    () -> page.getByRole(AriaRole.BUTTON, named("Rows")).click(),
                    page.locator("main table:has(th[aria-sort=descending]:has-text('Rows')) tbody tr >> nth=0"));
            time(
                    "inside: run",
                    page,
                    () -> page.locator("main tbody th a").first().click(),
                    page.locator("main dl.facts >> nth=0"));
            time("inside: Artifacts", page, () -> link(page, "Artifacts").click(), rows);
            time(
                    "inside: Administration",
                    page,
                    () -> link(page, "Administration").click(),
                    rows);
            time("inside: audit log", page, () -> link(page, "Audit log").click(), rows);
        }
    }

    private void editor(Page page) {
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        time(
                "inside: Editor, new job",
                page,
                () -> page.getByRole(AriaRole.BUTTON, named("Add new job")).click(),
                dialog.getByLabel("Title"));
        close(page, dialog);
        time(
                "inside: Editor, a job",
                page,
                () -> page.locator("main tbody button[aria-label^='Edit ']")
                        .first()
                        .click(),
                dialog.getByLabel("Title"));
        close(page, dialog);
        page.locator("main tbody button[aria-label^='More for ']").first().click();
        time(
                "inside: Coverage calendar",
                page,
                () -> page.getByRole(AriaRole.MENUITEM, named("Coverage calendar"))
                        .click(),
                dialog.locator("table.coverage"));
        close(page, dialog);
    }

    private static void close(Page page, Locator dialog) {
        page.keyboard().press("Escape");
        dialog.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, named(name));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private void time(String what, Page page, Runnable act, Locator shown) {
        long begin = System.nanoTime();
        act.run();
        shown.waitFor();
        page.evaluate(IDLE);
        long taken = System.nanoTime() - begin;
        if (measuring) {
            nanos.computeIfAbsent(what, none -> new ArrayList<>()).add(taken);
        }
    }

    private BrowserContext newContext(@Nullable String session) {
        return chromium.newContext(
                new Browser.NewContextOptions().setViewportSize(WIDTH, HEIGHT).setStorageState(session));
    }

    private static void print(String what, List<Long> nanos) {
        Collections.sort(nanos);
        long p95 = percentile(nanos, 95);
        System.out.printf(
                Locale.ROOT,
                "%-34s p50 %5d ms   p95 %5d ms   worst %5d ms%s%n",
                what,
                percentile(nanos, 50) / 1_000_000,
                p95 / 1_000_000,
                nanos.get(nanos.size() - 1) / 1_000_000,
                p95 > TARGET_NANOS ? "   SLOW" : "");
    }

    /** Nearest rank. */
    private static long percentile(List<Long> sorted, int percent) {
        return sorted.get((sorted.size() * percent + 99) / 100 - 1);
    }
}
