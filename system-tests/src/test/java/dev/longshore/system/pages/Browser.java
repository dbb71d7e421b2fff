package dev.longshore.system.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * A browser with one page, that writes down what must not happen: errors on its console, and requests that leave the
 * console's origin. The {@link ConsoleExtension} closes it and fails the test for either.
 */
final class Browser {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 900;
    private static final int PHONE_WIDTH = 390;

    /** Before sign-in the page asks who is signed in; Chromium shows the right answer, nobody, as an error. */
    private static final String ASKED_WHO_IS_SIGNED_IN = "Failed to load resource.* 401 .*/api/v1/me:.*";

    private final BrowserContext context;
    private final Page page;
    private final URI origin;
    private final List<String> consoleErrors = new CopyOnWriteArrayList<>();
    private final List<String> foreignRequests = new CopyOnWriteArrayList<>();
    private final List<String> expectedErrors = new ArrayList<>(List.of(ASKED_WHO_IS_SIGNED_IN));

    private Browser(BrowserContext context, URI origin) {
        this.context = context;
        this.origin = origin;
        this.page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                consoleErrors.add("%s at %s".formatted(message.text(), message.location()));
            }
        });
        page.onPageError(consoleErrors::add);
        context.onRequest(request -> {
            String url = request.url();
            if (!url.startsWith(origin + "/") && !url.startsWith("data:") && !url.startsWith("blob:" + origin)) {
                foreignRequests.add(url);
            }
        });
    }

    /**
     * @param origin the only place that the page may ask for anything
     * @param session what {@link #session()} of another browser gave; null for nobody
     */
    static Browser open(com.microsoft.playwright.Browser chromium, URI origin, @Nullable String session) {
        BrowserContext context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(WIDTH, HEIGHT)
                .setLocale("en-GB")
                .setTimezoneId("Europe/Rome")
                .setColorScheme(ColorScheme.LIGHT)
                .setStorageState(session));
        return new Browser(context, origin);
    }

    Page page() {
        return page;
    }

    /** Goes to a page of the console, by its path and query. */
    Page visit(String path) {
        page.navigate(origin + path);
        return page;
    }

    /** Signs in on the page and waits for the jobs. */
    void signIn(String user, String password) {
        visit("/sign-in");
        page.getByLabel("User").fill(user);
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(password);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Jobs")))
                .isVisible();
    }

    /** The cookies, for another browser. */
    String session() {
        return context.storageState();
    }

    /** Allows errors on the console that the test provokes, such as the one Chromium writes for a refusal by the server. */
    void expectError(String pattern) {
        expectedErrors.add(pattern);
    }

    /**
     * Photographs what the page shows now, in light and in dark, and has both judged by the rules of WCAG 2.2 A and AA.
     *
     * @param name of the pictures, for people
     */
    void inspect(String name) {
        inspectIn(ColorScheme.DARK, name + "-dark");
        inspectIn(ColorScheme.LIGHT, name);
    }

    /** The same on the screen of a phone, in light only. */
    void inspectOnPhone(String name) {
        page.setViewportSize(PHONE_WIDTH, HEIGHT);
        try {
            assertThat((Boolean) page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth"))
                    .as("%s fits the width of a phone", name)
                    .isTrue();
            inspectIn(ColorScheme.LIGHT, name + "-phone");
        } finally {
            page.setViewportSize(WIDTH, HEIGHT);
        }
    }

    private void inspectIn(ColorScheme scheme, String name) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        // Colours change with a transition: judged half-way they would be neither.
        page.evaluate("() => Promise.all(document.getAnimations()"
                + ".filter(({ effect }) => effect.getComputedTiming().iterations !== Infinity)"
                + ".map(({ finished }) => finished.catch(() => undefined)))");
        photograph(name);
        List<Rule> violations = new AxeBuilder(page).withTags(WCAG).analyze().getViolations();
        assertThat(violations.stream().map(Browser::describe))
                .as("WCAG 2.2 A and AA in %s", name)
                .isEmpty();
    }

    private static String describe(Rule rule) {
        return "%s: %s %s".formatted(rule.getId(), rule.getHelp(), rule.getNodes());
    }

    /** Keeps a picture of the page for people. */
    void photograph(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + ".png"))
                .setFullPage(true));
    }

    /** Fails for errors on the console and for requests to anywhere but the console. */
    void requireNothingOdd() {
        assertThat(consoleErrors)
                .as("errors on the console")
                .filteredOn(error -> expectedErrors.stream().noneMatch(error::matches))
                .isEmpty();
        assertThat(foreignRequests).as("requests that left the origin").isEmpty();
    }

    void close() {
        context.close();
    }
}
