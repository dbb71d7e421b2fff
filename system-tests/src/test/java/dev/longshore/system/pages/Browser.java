package dev.longshore.system.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ViewportSize;
import dev.longshore.testing.Eventually;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A page in a browser, that writes down what must not happen: errors on its console, and requests that leave the console's
 * origin. The {@link ConsoleExtension} closes it and fails the test for either.
 */
final class Browser {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 900;
    private static final int PHONE_WIDTH = 390;
    private static final int TALLEST = 2_600;

    /** With what one would have to scroll to; 0 when none is open. */
    private static final String HEIGHT_OF_DIALOG =
            "() => Math.max(0, ...[...document.querySelectorAll('[role=dialog]')].map((dialog) => dialog.scrollHeight))";

    /** Before sign-in the page asks who is signed in; Chromium shows the right answer, nobody, as an error. */
    private static final String ASKED_WHO_IS_SIGNED_IN = "Failed to load resource.* 401 .*/api/v1/me:.*";

    private final Runnable afterwards;
    private final Page page;
    private final URI origin;
    private final List<String> consoleErrors = new CopyOnWriteArrayList<>();
    private final List<String> foreignRequests = new CopyOnWriteArrayList<>();
    private final List<String> expectedErrors = new ArrayList<>(List.of(ASKED_WHO_IS_SIGNED_IN));

    private Browser(BrowserContext context, Runnable afterwards, URI origin) {
        this.afterwards = afterwards;
        this.origin = origin;
        this.page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                consoleErrors.add("%s at %s".formatted(message.text(), message.location()));
            }
        });
        page.onPageError(consoleErrors::add);
        page.onRequest(request -> {
            String url = request.url();
            if (!url.startsWith(origin + "/") && !url.startsWith("data:") && !url.startsWith("blob:" + origin)) {
                foreignRequests.add(url);
            }
        });
    }

    /** Everything that pages of one person share: cookies, what is stored, and files that were loaded already. */
    static BrowserContext person(com.microsoft.playwright.Browser chromium) {
        return chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(WIDTH, HEIGHT)
                .setLocale("en-GB")
                .setTimezoneId("Europe/Rome")
                .setColorScheme(ColorScheme.LIGHT));
    }

    /** @param origin the only place that the page may ask for anything */
    static Browser ofSomebodyNew(com.microsoft.playwright.Browser chromium, URI origin) {
        BrowserContext context = person(chromium);
        return new Browser(context, context::close, origin);
    }

    /** A page of somebody who has others. */
    static Browser of(BrowserContext person, URI origin) {
        return new Browser(person, () -> {}, origin);
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
        show(ColorScheme.DARK);
        photograph(name + "-dark");
        Wcag.requireNoViolationByColours(page, name + "-dark");
        show(ColorScheme.LIGHT);
        photograph(name);
        Wcag.requireNoViolation(page, name);
        restoreMotion();
    }

    /** The same on the screen of a phone, in light only. */
    void inspectOnPhone(String name) {
        page.setViewportSize(PHONE_WIDTH, HEIGHT);
        try {
            // What a page has for phones alone comes with its next rendering.
            Eventually.that(name + " fits the width of a phone", () ->
                    (Boolean) page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth"));
            show(ColorScheme.LIGHT);
            photograph(name + "-phone");
            Wcag.requireNoViolation(page, name + "-phone");
            restoreMotion();
        } finally {
            page.setViewportSize(WIDTH, HEIGHT);
        }
    }

    /** Without motion: colours change with a transition, and judged half-way they would be neither. */
    private void show(ColorScheme scheme) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme).setReducedMotion(ReducedMotion.REDUCE));
        assertThat(page.locator("html"))
                .hasAttribute("data-mantine-color-scheme", scheme.name().toLowerCase(Locale.ROOT));
    }

    private void restoreMotion() {
        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.NO_PREFERENCE));
    }

    /** Keeps a picture for people: of the whole page, from its top, or of the whole dialog, for which the window grows. */
    void photograph(String name) {
        page.evaluate("() => scrollTo({ top: 0, behavior: 'instant' })");
        Page.ScreenshotOptions picture = new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png"));
        int dialog = (Integer) page.evaluate(HEIGHT_OF_DIALOG);
        if (dialog == 0) {
            page.screenshot(picture.setFullPage(true));
            return;
        }
        ViewportSize usual = page.viewportSize();
        if (dialog > usual.height) {
            page.setViewportSize(usual.width, Math.min(dialog, TALLEST));
        }
        page.screenshot(picture);
        page.setViewportSize(usual.width, usual.height);
    }

    /** Fails for errors on the console and for requests to anywhere but the console. */
    void requireNothingOdd() {
        assertThat(consoleErrors)
                .as("errors on the console")
                .filteredOn(error -> expectedErrors.stream().noneMatch(error::matches))
                .isEmpty();
        assertThat(foreignRequests).as("requests that left the origin").isEmpty();
    }

    /** What was stored in the browser goes too: the next page of the same person is as the first. */
    void close() {
        if (page.url().startsWith(origin + "/")) {
            page.evaluate("() => localStorage.clear()");
        }
        page.close();
        afterwards.run();
    }
}
