package dev.longshore.system.fault;

import dev.longshore.platform.fault.FaultPoints;
import dev.longshore.worker.ExportWorkerApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/**
 * An ordinary worker process that stops dead at one fault point: the thread that gets there leaves a marker file and
 * never goes on, while everything else in the process (its leases, too) stays alive. The test then kills the process.
 */
public final class ParkingWorker {
    private static final String POINT = "system-test.park-at";
    private static final String MARKER = "system-test.marker";

    private ParkingWorker() {}

    /** Settings that make the worker park. */
    static Map<String, Object> parkingAt(String point, Path marker) {
        return Map.of(POINT, point, MARKER, marker.toString());
    }

    /** The settings come in the environment, as those of every service process of the tests. */
    public static void main(String[] arguments) {
        System.setProperty("spring.config.name", "export-worker");
        new SpringApplicationBuilder(ExportWorkerApplication.class)
                .initializers(ParkingWorker::park)
                .run(arguments);
    }

    private static void park(ConfigurableApplicationContext context) {
        Environment settings = context.getEnvironment();
        String parking = settings.getRequiredProperty(POINT);
        Path marker = Path.of(settings.getRequiredProperty(MARKER));
        FaultPoints faults = (point, detail) -> {
            if (point.equals(parking)) {
                leave(marker, detail);
                stayForEver();
            }
        };
        context.getBeanFactory().registerSingleton("faultPoints", faults);
    }

    private static void leave(Path marker, String detail) {
        try {
            Files.writeString(marker, detail);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("InfiniteLoopStatement")
    private static void stayForEver() {
        while (true) {
            LockSupport.park();
        }
    }
}
