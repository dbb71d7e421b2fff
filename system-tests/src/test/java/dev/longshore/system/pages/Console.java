package dev.longshore.system.pages;

import static java.util.Objects.requireNonNull;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dev.longshore.system.Standalone;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The product that the browser tests look at, and the browser that they look with. By default the product is started for
 * the test run; {@code -Dlongshore.browser.url=http://127.0.0.1:8091 -Dlongshore.browser.password-file=/home/admin-password}
 * lets the tests look at one that runs already, with the sample Contact History.
 */
final class Console implements AutoCloseable {
    static final String ADMIN = "admin";

    private static final String PASSWORD = "chosen for the browser tests";
    private static final long SAMPLE_ROWS = 60_000;

    /** A page is waited for longer than anybody would: two cores may be shared with other tests. */
    private static final double PATIENCE_MILLIS = 30_000;

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static final Path MAC = Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

    private final @Nullable Standalone started;
    private final URI uri;
    private final String password;
    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    private final Deque<Browser> open = new ArrayDeque<>();
    private @Nullable BrowserContext administrators;

    private Console(@Nullable Standalone started, URI uri, String password, Playwright playwright) {
        this.started = started;
        this.uri = uri;
        this.password = password;
        this.playwright = playwright;
        this.chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable())
                        .setHeadless(true)
                        .setChromiumSandbox(false)
                        .setArgs(List.of(
                                "--disable-gpu",
                                "--disable-quic",
                                "--disable-dev-shm-usage",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    static Console start() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        try {
            String running = System.getProperty("longshore.browser.url", "");
            if (!running.isBlank()) {
                return new Console(null, URI.create(running), passwordOfRunning(), playwright);
            }
            Standalone started = Standalone.start(Files.createTempDirectory("longshore-browser"), SAMPLE_ROWS);
            return new Console(started, started.uri(), settledPassword(started), playwright);
        } catch (IOException e) {
            playwright.close();
            throw new UncheckedIOException("no folder for the product under test", e);
        }
    }

    /** The password of a product that was just started: by browser it asks for another than the generated one. */
    private static String settledPassword(Standalone started) {
        String generated = started.adminPassword();
        return new ConsoleApi(started.uri(), ADMIN, generated).changePassword(generated, PASSWORD)
                ? PASSWORD
                : generated;
    }

    private static String passwordOfRunning() throws IOException {
        String file = System.getProperty("longshore.browser.password-file", "");
        if (file.isBlank()) {
            throw new IllegalStateException("say where the password of the running product's admin is:"
                    + " -Dlongshore.browser.password-file=<home>/admin-password");
        }
        return Files.readString(Path.of(file)).strip();
    }

    Databases databases() {
        return new Databases(home());
    }

    /** The folder in which the product keeps everything. */
    Path home() {
        return started == null
                ? requireNonNull(Path.of(System.getProperty("longshore.browser.password-file", ""))
                        .toAbsolutePath()
                        .getParent())
                : started.home();
    }

    URI uri() {
        return uri;
    }

    /** The password of {@link #ADMIN}. */
    String password() {
        return password;
    }

    /** A title that no other job has, on a product that has been tested before neither. */
    static String unique(String words) {
        return "%s %s".formatted(words, UUID.randomUUID().toString().substring(0, 8));
    }

    /** What an API client of the product does, to arrange what a test looks at. */
    ConsoleApi api() {
        return new ConsoleApi(uri, ADMIN, password);
    }

    /** A browser that nobody has signed in with. */
    Browser stranger() {
        return opened(Browser.ofSomebodyNew(chromium, uri));
    }

    /** A page of the administrator, who is signed in; it shows nothing yet. */
    Browser administrator() {
        BrowserContext present = administrators;
        if (present == null) {
            present = Browser.person(chromium);
            signIn(present);
            administrators = present;
        }
        return opened(Browser.of(present, uri));
    }

    /** Signs in once for all tests, as the page does. */
    private void signIn(BrowserContext person) {
        Browser browser = Browser.of(person, uri);
        browser.signIn(ADMIN, password);
        browser.close();
    }

    private Browser opened(Browser browser) {
        open.push(browser);
        return browser;
    }

    /**
     * Closes what the test opened.
     *
     * @param judging whether what must not have happened fails the test; one that has failed already keeps its failure
     */
    void closeBrowsers(boolean judging) {
        try {
            if (judging) {
                open.forEach(Browser::requireNothingOdd);
            }
        } finally {
            while (!open.isEmpty()) {
                open.pop().close();
            }
        }
    }

    @Override
    public void close() {
        playwright.close();
        if (started != null) {
            started.close();
        }
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
}
