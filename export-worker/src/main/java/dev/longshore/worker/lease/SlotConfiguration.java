package dev.longshore.worker.lease;

import dev.longshore.platform.fault.FaultPoints;
import dev.longshore.platform.messaging.AvroCodec;
import dev.longshore.platform.polling.PollingLoop;
import dev.longshore.worker.failure.FailureClassifier;
import dev.longshore.worker.task.WorkerId;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The threads and loops of this process that take tasks on and keep their leases. */
@Configuration(proxyBeanMethods = false)
class SlotConfiguration {
    private static final Duration WATCH_INTERVAL = Duration.ofMillis(500);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    @Bean
    LeaseKeeper leaseKeeper(TaskLedger ledger, LeaseTerms terms, MeterRegistry meters) {
        return new LeaseKeeper(ledger::renew, terms, System::nanoTime, meters);
    }

    @Bean
    LeaseKeeping leaseKeeping(LeaseKeeper keeper, LeaseProperties properties, MeterRegistry meters) {
        return new LeaseKeeping(List.of(
                new PollingLoop("lease-renewal", properties.renewEvery(), keeper::renewAll, meters),
                new PollingLoop("lease-watch", WATCH_INTERVAL, keeper::watch, meters)));
    }

    @Bean
    TaskSlots taskSlots(
            LeaseProperties properties,
            List<TaskStep> steps,
            TaskLedger ledger,
            LeaseKeeper keeper,
            FailureClassifier classifier,
            FaultPoints faults,
            MeterRegistry meters) {
        return new TaskSlots(properties, steps, ledger, keeper, classifier, faults, meters);
    }

    @Bean
    HealthIndicator taskSlotsHealthIndicator(TaskSlots slots) {
        return () -> (slots.isRunning() ? Health.up() : Health.outOfService()).build();
    }

    @Bean
    PollingLoop taskSweepLoop(TaskLedger ledger, TaskSlots slots, LeaseProperties properties, MeterRegistry meters) {
        TaskSweeper sweeper = new TaskSweeper(ledger, slots::hasFree, meters);
        return new PollingLoop("task-sweeper", properties.sweepEvery(), sweeper::sweep, meters);
    }

    @Bean
    TaskReadyListener taskReadyListener(
            TaskReadyListener.ConsumerSource consumers,
            AvroCodec codec,
            TaskLedger ledger,
            TaskSlots slots,
            LeaseKeeper keeper,
            WorkerId worker,
            TaskReadyListener.DeadLetters deadLetters,
            MeterRegistry meters) {
        return new TaskReadyListener(consumers, codec, ledger, slots, keeper, worker, deadLetters, meters);
    }

    @Bean
    PollingLoop taskIntakeLoop(TaskReadyListener listener, MeterRegistry meters) {
        return new PollingLoop("task-intake", PAUSE_AFTER_FAILURE, listener::takeOne, meters);
    }
}
