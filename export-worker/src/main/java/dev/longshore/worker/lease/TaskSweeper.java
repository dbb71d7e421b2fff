package dev.longshore.worker.lease;

import dev.longshore.worker.task.TaskRow;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * Finds what got stuck: tasks whose worker is gone, tasks whose wait is over, tasks that nobody took. Every worker
 * sweeps; a task that two of them find is moved by one, since each move is a compare-and-set.
 *
 * <p>Untaken tasks are told of again only by a worker with a free slot. When all are busy, tasks wait because there is
 * nobody to take them, and telling of them again would only fill the topic.
 */
final class TaskSweeper {
    private static final int BATCH = 100;
    private static final int UNTAKEN_BATCH = 10;

    private final TaskLedger ledger;
    private final BooleanSupplier hasFreeSlot;
    private final MeterRegistry meters;

    TaskSweeper(TaskLedger ledger, BooleanSupplier hasFreeSlot, MeterRegistry meters) {
        this.ledger = ledger;
        this.hasFreeSlot = hasFreeSlot;
        this.meters = meters;
    }

    /** @return whether there may be more to move at once */
    boolean sweep() {
        int expired = move("expired", ledger.findExpired(BATCH), ledger::reclaim);
        int due = move("due", ledger.findDue(BATCH), ledger::markReady);
        if (hasFreeSlot.getAsBoolean()) {
            move("untaken", ledger.findUntaken(UNTAKEN_BATCH), ledger::announceAgain);
        }
        return expired == BATCH || due == BATCH;
    }

    private int move(String reason, List<TaskRow> found, Predicate<TaskRow> mover) {
        int moved = 0;
        for (TaskRow task : found) {
            if (mover.test(task)) {
                moved++;
            }
        }
        meters.counter("longshore.worker.tasks.swept", "reason", reason).increment(moved);
        return moved;
    }
}
