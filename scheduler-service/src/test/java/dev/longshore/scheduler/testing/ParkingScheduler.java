package dev.longshore.scheduler.testing;

import dev.longshore.platform.fault.FaultPoints;
import dev.longshore.scheduler.SchedulerApplication;
import dev.longshore.scheduler.run.RunLedger;
import java.util.concurrent.CountDownLatch;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * An ordinary scheduler whose first thread to write a run stops dead before the commit and never goes on, while all else in
 * the process stays alive. The test then kills the process.
 */
public final class ParkingScheduler {
    /** What the process prints when a thread stands. */
    static final String PARKED = "parked at run ";

    private ParkingScheduler() {}

    public static void main(String[] arguments) {
        new SpringApplicationBuilder(SchedulerApplication.class)
                .properties("spring.config.name=" + SchedulerApplication.CONFIG_NAME)
                .initializers(ParkingScheduler::install)
                .run(arguments);
    }

    private static void install(ConfigurableApplicationContext starting) {
        FaultPoints faults = (point, detail) -> {
            if (point.equals(RunLedger.BEFORE_COMMIT_OF_RUN)) {
                System.out.println(PARKED + detail);
                stayForEver();
            }
        };
        ((GenericApplicationContext) starting).registerBean(FaultPoints.class, () -> faults);
    }

    private static void stayForEver() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("the process was to be killed and not to be stopped", e);
        }
    }
}
