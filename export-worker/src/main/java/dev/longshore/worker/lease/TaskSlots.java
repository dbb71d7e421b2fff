package dev.longshore.worker.lease;

import dev.longshore.platform.fault.FaultPoints;
import dev.longshore.worker.failure.Failure;
import dev.longshore.worker.failure.FailureClassifier;
import dev.longshore.worker.failure.FailureKind;
import dev.longshore.worker.source.StoppedException;
import dev.longshore.worker.task.Lease;
import dev.longshore.worker.task.TaskKind;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * The threads that work on tasks. A slot survives whatever its task does. When the process stops, tasks under way may
 * finish within the grace time and are handed back after it; a task that cannot even be handed back is taken over when
 * its lease expires.
 */
final class TaskSlots implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(TaskSlots.class);

    /** Before everything that hands tasks to the slots, which has a higher phase, starts; after it stopped. */
    static final int PHASE = DEFAULT_PHASE - 1_000;

    private final int slots;
    private final Duration stopGrace;
    private final Map<TaskKind, TaskStep> steps = new EnumMap<>(TaskKind.class);
    private final TaskLedger ledger;
    private final LeaseKeeper keeper;
    private final FailureClassifier classifier;
    private final FaultPoints faults;
    private final MeterRegistry meters;
    private final Semaphore free;
    /** How many tasks may still go on whose slot was freed early. */
    private final Semaphore late;

    private final ExecutorService threads;
    private volatile boolean running;

    TaskSlots(
            LeaseProperties properties,
            List<TaskStep> steps,
            TaskLedger ledger,
            LeaseKeeper keeper,
            FailureClassifier classifier,
            FaultPoints faults,
            MeterRegistry meters) {
        this.slots = properties.slots();
        this.stopGrace = properties.stopGrace();
        steps.forEach(step -> this.steps.put(step.kind(), step));
        this.ledger = ledger;
        this.keeper = keeper;
        this.classifier = classifier;
        this.faults = faults;
        this.meters = meters;
        this.free = new Semaphore(slots);
        this.late = new Semaphore(slots);
        AtomicInteger count = new AtomicInteger();
        this.threads = Executors.newFixedThreadPool(2 * slots, work -> {
            Thread thread = new Thread(work, "task-slot-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        Gauge.builder("longshore.worker.slots.free", free, Semaphore::availablePermits)
                .register(meters);
    }

    /** Reserves a slot, waiting for one that long. Every reservation ends with {@link #start} or {@link #cancelReservation}. */
    boolean reserve(Duration limit) throws InterruptedException {
        return free.tryAcquire(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    void cancelReservation() {
        free.release();
    }

    boolean hasFree() {
        return free.availablePermits() > 0;
    }

    /**
     * Starts the work in the reserved slot.
     *
     * @param askedNanos reading of the keeper's clock before the claim
     * @return false when the slots have stopped; the reservation then still stands
     */
    boolean start(Lease lease, long askedNanos) {
        HeldLease held = keeper.hold(lease, askedNanos);
        try {
            threads.execute(() -> workAndFree(held));
            return true;
        } catch (RejectedExecutionException e) {
            log.debug("Slots have stopped", e);
            keeper.drop(held);
            return false;
        }
    }

    private void workAndFree(HeldLease held) {
        Timer.Sample sample = Timer.start(meters);
        String outcome = "failed";
        TakenSlot slot = new TakenSlot();
        try {
            outcome = work(held, slot);
        } catch (Throwable e) { // A slot survives anything; the lease expires and the task is taken over.
            log.error("The end of an attempt could not be recorded, its lease will expire: {}", held.lease(), e);
        } finally {
            keeper.drop(held);
            slot.leave();
            sample.stop(meters.timer(
                    "longshore.worker.tasks", "kind", held.lease().kind().name(), "outcome", outcome));
        }
    }

    private String work(HeldLease held, Slot slot) {
        Lease lease = held.lease();
        try {
            faults.reached(WorkerFaults.claimed(lease.kind()), lease.task().toString());
            TaskStep step = steps.get(lease.kind());
            if (step == null) {
                ledger.fail(
                        lease, new Failure(FailureKind.UNSUPPORTED, "No worker does tasks of kind " + lease.kind()));
                return "failed";
            }
            StepOutcome outcome = step.work(lease, held.stop(), slot);
            if (outcome == StepOutcome.SUPERSEDED) {
                log.info("Result dropped, somebody else won or the run ended: {}", lease);
            }
            return outcome.name().toLowerCase(Locale.ROOT);
        } catch (Throwable e) { // Errors too: a task that exhausts the memory must not take the slot with it.
            return endFailed(held, e);
        }
    }

    private String endFailed(HeldLease held, Throwable cause) {
        Lease lease = held.lease();
        if (held.isLost()) {
            log.info("Work on a lost task ended: {}", lease);
            return "lost";
        }
        if (cause instanceof StoppedException) {
            ledger.giveBack(lease);
            return "handed_back";
        }
        Failure failure = classifier.classify(cause);
        if (failure.kind() == FailureKind.DEFECT) {
            log.error("Attempt failed by a defect: {}", lease, cause);
        }
        ledger.fail(lease, failure);
        return "failed";
    }

    @Override
    public void start() {
        running = true;
    }

    /** Everything that reserves slots has stopped before: its phase is higher. */
    @Override
    public void stop() {
        running = false;
        threads.shutdown();
        try {
            if (!threads.awaitTermination(stopGrace.toMillis(), TimeUnit.MILLISECONDS)) {
                log.info(
                        "Grace time is over, tasks under way are handed back: slots={} late={}",
                        slots - free.availablePermits(),
                        slots - late.availablePermits());
                keeper.stopAll();
                if (!threads.awaitTermination(stopGrace.toMillis(), TimeUnit.MILLISECONDS)) {
                    log.warn("Tasks did not stop in time, their leases will expire");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    /** A slot from the start of a task to its end. */
    private final class TakenSlot implements Slot {
        private final AtomicBoolean freed = new AtomicBoolean();

        @Override
        public void freeEarly() {
            if (!freed.get() && late.tryAcquire()) {
                if (freed.compareAndSet(false, true)) {
                    free.release();
                } else {
                    late.release();
                }
            }
        }

        void leave() {
            (freed.getAndSet(true) ? late : free).release();
        }
    }
}
