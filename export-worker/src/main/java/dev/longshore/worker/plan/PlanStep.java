package dev.longshore.worker.plan;

import dev.longshore.worker.dataset.RunDataset;
import dev.longshore.worker.failure.FailureKind;
import dev.longshore.worker.failure.TaskFailedException;
import dev.longshore.worker.lease.Slot;
import dev.longshore.worker.lease.StepOutcome;
import dev.longshore.worker.lease.TaskStep;
import dev.longshore.worker.plan.PlanLedger.PlannedWindow;
import dev.longshore.worker.run.ClosingPolicy;
import dev.longshore.worker.run.RunDao;
import dev.longshore.worker.run.RunRow;
import dev.longshore.worker.source.ChunkPlan;
import dev.longshore.worker.source.ClosingOutcome;
import dev.longshore.worker.source.ClosingOutcome.StillOpen;
import dev.longshore.worker.source.ContactSource;
import dev.longshore.worker.source.Cut;
import dev.longshore.worker.source.Selection;
import dev.longshore.worker.source.StopSignal;
import dev.longshore.worker.source.WindowClosing;
import dev.longshore.worker.task.Lease;
import dev.longshore.worker.task.TaskKind;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Plans a run. Its window must be closed first: a cut is taken once the source's clock has passed the end of the window
 * and the grace, and stored with the run; then every transaction begun before it must have ended. A wait that takes
 * long gives the slot back and goes on later, perhaps on another worker, with the same cut.
 */
final class PlanStep implements TaskStep {
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE_IN_SLOT = Duration.ofMillis(500);

    private final RunDao runs;
    private final RunDataset datasets;
    private final ContactSource source;
    private final WindowClosing closing;
    private final PlanLedger ledger;
    private final PlanProperties properties;

    PlanStep(
            RunDao runs,
            RunDataset datasets,
            ContactSource source,
            WindowClosing closing,
            PlanLedger ledger,
            PlanProperties properties) {
        this.runs = runs;
        this.datasets = datasets;
        this.source = source;
        this.closing = closing;
        this.ledger = ledger;
        this.properties = properties;
    }

    @Override
    public TaskKind kind() {
        return TaskKind.PLAN;
    }

    @Override
    public StepOutcome work(Lease lease, StopSignal stop, Slot slot) {
        RunRow run = runs.find(lease.run().value()).orElseThrow();
        Selection selection = datasets.selection(run.settings());
        datasets.format(run.settings());
        source.check(selection);
        Instant end = endWithGrace(run);
        Cut cut = cutOf(run);
        if (cut == null) {
            Cut taken = takeCut(end, stop);
            if (end != null && taken.serverTime().isBefore(end)) {
                return waitForEnd(lease, end, taken.serverTime());
            }
            run = ledger.recordCut(lease, taken);
            cut = cutOf(run);
            if (cut == null) {
                return StepOutcome.SUPERSEDED;
            }
        }
        ClosingOutcome answer = new ClosingWait(closing).ask(cut, stop);
        String warning = null;
        if (answer instanceof StillOpen open) {
            Instant until = run.waitUntil();
            if (until != null
                    && runs.find(lease.run().value()).orElseThrow().readAt().isBefore(until)) {
                return ledger.waitOn(lease, reason(open), until, properties.askAgainAfter());
            }
            warning = giveUp(run, open);
        }
        ChunkPlan plan = source.plan(selection, properties.keysPerChunk(), stop);
        Instant to = run.settings().windowTo();
        return ledger.commit(lease, new PlannedWindow(plan, to == null ? cut.serverTime() : to, warning));
    }

    /** A run that was fired at the end of its window comes a moment early: that moment is waited for in the slot. */
    private Cut takeCut(@Nullable Instant end, StopSignal stop) {
        Cut taken = closing.takeCut();
        if (end == null || !taken.serverTime().isBefore(end)) {
            return taken;
        }
        Duration left = Duration.between(taken.serverTime(), end).plusMillis(1);
        if (left.compareTo(LONGEST_PAUSE_IN_SLOT) > 0) {
            return taken;
        }
        ClosingWait.pause(left, stop);
        return closing.takeCut();
    }

    private StepOutcome waitForEnd(Lease lease, Instant end, Instant sourceTime) {
        Duration left = Duration.between(sourceTime, end).plusMillis(1);
        Duration pause = left.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : left;
        return ledger.waitOn(
                lease, "The window is not over yet by the clock of the source, with the grace it is given", end, pause);
    }

    private static @Nullable Instant endWithGrace(RunRow run) {
        Instant to = run.settings().windowTo();
        return to == null ? null : to.plusMillis(run.settings().closingGraceMillis());
    }

    private static @Nullable Cut cutOf(RunRow run) {
        String encoded = run.cut();
        return encoded == null ? null : Cut.decode(encoded);
    }

    private static String giveUp(RunRow run, StillOpen open) {
        String waited = "%s, after waiting for %d s"
                .formatted(reason(open), run.settings().closingMaxWaitMillis() / 1_000);
        if (run.settings().closingPolicy() == ClosingPolicy.FAIL) {
            throw new TaskFailedException(
                    FailureKind.WINDOW_STILL_OPEN,
                    waited + ". End the transaction, or let the job go on with a warning, and run again");
        }
        return waited + ". Rows that they commit later are not in this export";
    }

    private static String reason(StillOpen open) {
        return open.writing()
                ? "Transactions that began before the end of the window are still writing in the source"
                : "%d transactions that began before the end of the window are still open in the source"
                        .formatted(open.idle());
    }
}
