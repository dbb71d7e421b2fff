package dev.longshore.system.fault;

import dev.longshore.platform.fault.FaultPoints;
import dev.longshore.worker.ExportWorkerApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;

/**
 * An ordinary worker process that can be made to stop dead at a fault point. When a file says the point's name, the next
 * thread that gets there removes that file, leaves a marker and never goes on, while everything else in the process (its
 * leases, too) stays alive. The test then kills the process.
 *
 * <p>It stands by when it has started, and takes part in the work once it is told so by a line on its input. It ends when
 * its input does: nobody is left then who could tell it.
 */
public final class ParkingWorker {
    private static final String ORDER = "system-test.order";
    private static final String MARKER = "system-test.marker";

    private ParkingWorker() {}

    /**
     * Settings that tell the worker where to look.
     *
     * @param order says the point to park at; need not exist yet
     * @param marker is there once a thread is parked
     */
    static Map<String, Object> obeying(Path order, Path marker) {
        return Map.of(ORDER, order.toString(), MARKER, marker.toString());
    }

    /** The settings come in the environment, as those of every service process of the tests. */
    public static void main(String[] arguments) {
        System.setProperty("spring.config.name", "export-worker");
        new SpringApplicationBuilder(ExportWorkerApplication.class)
                .initializers(ParkingWorker::install)
                .run(arguments);
    }

    private static void install(ConfigurableApplicationContext context) {
        Environment settings = context.getEnvironment();
        Path order = Path.of(settings.getRequiredProperty(ORDER));
        Path marker = Path.of(settings.getRequiredProperty(MARKER));
        FaultPoints faults = (point, detail) -> {
            if (isOrdered(order, point)) {
                leave(marker, detail);
                stayForEver();
            }
        };
        context.getBeanFactory().registerSingleton("faultPoints", faults);
        context.getBeanFactory().registerSingleton("standBy", new StandBy());
    }

    /** Starts before everything else that takes part in the work, and lets it wait. */
    private static final class StandBy implements SmartLifecycle {
        private volatile boolean told;

        @Override
        public void start() {
            try {
                if (System.in.read() < 0) {
                    Runtime.getRuntime().halt(1);
                }
                told = true;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void stop() {
            told = false;
        }

        @Override
        public boolean isRunning() {
            return told;
        }

        @Override
        public int getPhase() {
            return Integer.MIN_VALUE;
        }
    }

    /** Of two threads at the point, the one that removes the order parks. */
    private static boolean isOrdered(Path order, String point) {
        try {
            return Files.exists(order) && Files.readString(order).equals(point) && Files.deleteIfExists(order);
        } catch (NoSuchFileException takenByAnother) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
