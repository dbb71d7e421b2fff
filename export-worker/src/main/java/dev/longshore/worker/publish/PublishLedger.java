package dev.longshore.worker.publish;

import dev.longshore.worker.event.CompletionFacts;
import dev.longshore.worker.lease.StepOutcome;
import dev.longshore.worker.outcome.RunOutcomeLedger;
import dev.longshore.worker.run.RunDao;
import dev.longshore.worker.run.RunRow;
import dev.longshore.worker.task.Lease;
import dev.longshore.worker.task.TaskDao;
import dev.longshore.worker.task.TaskState;
import java.util.Optional;
import java.util.UUID;
import org.springframework.transaction.annotation.Transactional;

/** Records how publishing goes on. */
class PublishLedger {
    private final RunDao runs;
    private final TaskDao tasks;
    private final RunOutcomeLedger outcomes;

    PublishLedger(RunDao runs, TaskDao tasks, RunOutcomeLedger outcomes) {
        this.runs = runs;
        this.tasks = tasks;
        this.outcomes = outcomes;
    }

    /**
     * Makes the run one that can no longer be cancelled, because its files are about to become visible.
     *
     * @return false when the task is somebody else's or the run ended
     */
    @Transactional
    public boolean seal(Lease lease, String manifestSha256, long manifestBytes) {
        UUID runId = lease.run().value();
        if (runs.lock(runId).isEmpty() || !holds(lease)) {
            return false;
        }
        if (!runs.markCommitting(runId, manifestSha256, manifestBytes)) {
            throw new IllegalStateException("run %s is sealed with another manifest".formatted(runId));
        }
        return true;
    }

    /** Completes the run: from here on downstream systems may hear of it. */
    @Transactional
    public StepOutcome commit(Lease lease, CompletionFacts completion) {
        Optional<RunRow> run = runs.lock(lease.run().value());
        if (run.isEmpty() || !tasks.markDone(lease.task().value(), lease.epoch())) {
            return StepOutcome.SUPERSEDED;
        }
        return outcomes.complete(run.get(), completion) ? StepOutcome.FINISHED : StepOutcome.SUPERSEDED;
    }

    private boolean holds(Lease lease) {
        return tasks.find(lease.task().value())
                .filter(task -> task.state() == TaskState.RUNNING && task.epoch() == lease.epoch())
                .isPresent();
    }
}
