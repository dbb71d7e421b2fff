package dev.longshore.standalone;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.LoggerFactory;

/** {@code ./longshore up}: the whole product in this JVM until Ctrl-C, SIGTERM or a start that fails. */
public final class StandaloneApplication {

    private static final int REFUSED = 2;
    private static final int FAILED = 1;

    private StandaloneApplication() {}

    /** @param arguments as {@code ./longshore help} lists them for {@code up} */
    public static void main(String[] arguments) throws InterruptedException {
        try {
            run(UpOptions.parse(List.of(arguments), System.getenv(), Path.of(System.getProperty("user.home"))));
        } catch (UsageException e) {
            System.err.println("longshore: " + e.getMessage());
            System.exit(REFUSED);
        }
    }

    private static void run(UpOptions options) throws InterruptedException {
        var home = Home.open(options.home());
        LogFile.use(home.logs().resolve("longshore.log"));
        var announcements = new Announcements(System.out);
        var shutdown = new Shutdown();
        shutdown.add("home", HomeLock.take(home));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(shutdown, announcements), "stop"));
        try {
            new Installation(options, home, InstantSource.system(), shutdown, announcements).start();
        } catch (UsageException e) {
            throw e;
        } catch (Exception e) {
            if (!shutdown.isRequested()) {
                LoggerFactory.getLogger(StandaloneApplication.class).error("Longshore could not start", e);
                System.err.printf("longshore: could not start: %s (more in %s)%n", e.getMessage(), home.logs());
                System.exit(FAILED);
            }
        }
        shutdown.await();
    }

    private static void stop(Shutdown shutdown, Announcements announcements) {
        announcements.stopping();
        shutdown.close();
        announcements.stopped();
    }
}
