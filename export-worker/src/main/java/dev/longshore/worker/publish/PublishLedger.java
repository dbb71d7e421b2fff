package dev.longshore.worker.publish;

import dev.longshore.worker.event.CompletionFacts;
import dev.longshore.worker.lease.StepOutcome;
import dev.longshore.worker.outcome.RunOutcomeLedger;
import dev.longshore.worker.run.RunDao;
import dev.longshore.worker.run.RunRow;
import dev.longshore.worker.run.SealedManifest;
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
     * Makes the run one that can neither be cancelled nor fail, because its files are about to become visible.
     *
     * @param proposed what this attempt would publish
     * @return what is to be published: the proposal, or what an earlier attempt sealed; empty when the task is somebody
     *     else's or the run ended
     */
    @Transactional
    public Optional<SealedManifest> seal(Lease lease, SealedManifest proposed) {
        UUID runId = lease.run().value();
        if (runs.lock(runId).isEmpty() || !holds(lease)) {
            return Optional.empty();
        }
        if (runs.markCommitting(
                runId, proposed.folder(), proposed.content(), proposed.sha256(), proposed.content().length)) {
            return Optional.of(proposed);
        }
        return runs.findSealed(runId);
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
