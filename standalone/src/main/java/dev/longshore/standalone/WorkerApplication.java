package dev.longshore.standalone;

import dev.longshore.worker.ExportWorkerApplication;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** {@code ./longshore worker}: one more worker process that takes its share of a running installation's work. */
public final class WorkerApplication {

    private static final int REFUSED = 2;
    private static final Set<String> KNOWN = new LinkedHashSet<>(List.of("--home", "--workers"));

    private WorkerApplication() {}

    /** @param arguments as {@code ./longshore help} lists them for {@code worker} */
    public static void main(String[] arguments) throws InterruptedException {
        try {
            var given = new Arguments(List.of(arguments), KNOWN);
            var home = new Home(UpOptions.home(given, Path.of(System.getProperty("user.home"))));
            run(home, UpOptions.workers(given));
        } catch (UsageException e) {
            System.err.println("longshore: " + e.getMessage());
            System.exit(REFUSED);
        }
    }

    private static void run(Home home, int slots) throws InterruptedException {
        if (!Files.exists(home.connection())) {
            throw new UsageException(
                    "no installation runs in %s: start one with ./longshore up --home %<s".formatted(home.root()));
        }
        long process = ProcessHandle.current().pid();
        LogFile.use(home.logs().resolve("worker-" + process + ".log"));
        var shutdown = new Shutdown();
        Runtime.getRuntime().addShutdownHook(new Thread(shutdown::close, "stop"));
        shutdown.add(Services.WORKER, service(home, slots).start());
        System.out.printf("Worker %d has joined %s with %d slots. Ctrl-C stops it.%n", process, home.root(), slots);
        shutdown.await();
    }

    private static Service service(Home home, int slots) {
        Map<String, String> settings = new TreeMap<>();
        Home.read(home.connection()).forEach((key, value) -> settings.put(key.toString(), value.toString()));
        settings.putAll(Services.ofSlots(slots));
        return new Service(Services.WORKER, ExportWorkerApplication.class, settings);
    }
}
