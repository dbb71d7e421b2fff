package dev.longshore.system;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * A real browser with one page, that writes down what must not happen: errors on the console, and requests that leave the
 * console's origin.
 */
final class Browser implements AutoCloseable {
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static final Path MAC = Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa");

    private final Playwright playwright;
    private final Page page;
    private final List<String> consoleErrors = new CopyOnWriteArrayList<>();
    private final List<String> foreignRequests = new CopyOnWriteArrayList<>();

    private Browser(Playwright playwright, BrowserContext context, URI origin) {
        this.playwright = playwright;
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

    /** @param origin the only place that the page may ask for anything */
    static Browser open(URI origin) {
        Path executable = executable();
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        BrowserContext context = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setHeadless(true)
                        .setChromiumSandbox(false)
                        .setArgs(List.of(
                                "--disable-gpu",
                                "--disable-quic",
                                "--disable-dev-shm-usage",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")))
                .newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                        .setViewportSize(1360, 900)
                        .setLocale("en-GB")
                        .setTimezoneId("Europe/Rome"));
        return new Browser(playwright, context, origin);
    }

    private static Path executable() {
        return candidates()
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(
                        () -> new AssertionError("the browser tests need Chromium or Chrome: sudo apt-get install -y"
                                + " chromium (or set CHROME_PATH, or leave them out: -Dbrowser=skip)"));
    }

    private static Stream<Path> candidates() {
        Stream<Path> named = Stream.of(System.getenv("CHROME_PATH"))
                .filter(Objects::nonNull)
                .filter(path -> !path.isBlank())
                .map(Path::of);
        Stream<Path> onPath = NAMES.stream()
                .flatMap(name -> Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                        .map(folder -> Path.of(folder, name)));
        return Stream.of(named, onPath, Stream.of(MAC)).flatMap(paths -> paths);
    }

    Page page() {
        return page;
    }

    /** Errors and warnings that the browser's console showed so far. */
    List<String> consoleErrors() {
        return List.copyOf(consoleErrors);
    }

    /** Requests to anywhere but the console. */
    List<String> foreignRequests() {
        return List.copyOf(foreignRequests);
    }

    /** Violations of WCAG 2.1 A and AA in what the page shows now: rule and places. */
    List<String> accessibilityViolations() {
        return new AxeBuilder(page)
                .withTags(WCAG).analyze().getViolations().stream()
                        .map(Browser::describe)
                        .toList();
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

    @Override
    public void close() {
        playwright.close();
    }
}
