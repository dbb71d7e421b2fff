package dev.longshore.worker.outcome;

import dev.longshore.worker.event.CompletionFacts;
import dev.longshore.worker.event.ExportCompletedPublisher;
import dev.longshore.worker.event.OutcomeNumber;
import dev.longshore.worker.event.RunEventPublisher;
import dev.longshore.worker.failure.Failure;
import dev.longshore.worker.run.RunDao;
import dev.longshore.worker.run.RunRow;
import dev.longshore.worker.task.TaskDao;
import dev.longshore.worker.task.TaskKind;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends runs: state, open tasks, the job's next sequence number and both events commit together with what the caller's
 * transaction did. The caller holds the run's row lock. A run ends once; later calls answer false and change nothing.
 */
public class RunOutcomeLedger {
    private static final Logger log = LoggerFactory.getLogger(RunOutcomeLedger.class);

    private final RunDao runs;
    private final TaskDao tasks;
    private final JobOutcomeDao outcomes;
    private final RunEventPublisher events;
    private final ExportCompletedPublisher completions;

    RunOutcomeLedger(
            RunDao runs,
            TaskDao tasks,
            JobOutcomeDao outcomes,
            RunEventPublisher events,
            ExportCompletedPublisher completions) {
        this.runs = runs;
        this.tasks = tasks;
        this.outcomes = outcomes;
        this.events = events;
        this.completions = completions;
    }

    /** The manifest is in place. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean complete(RunRow run, CompletionFacts completion) {
        if (!runs.markCompleted(run.runId(), completion.expiresAt())) {
            return false;
        }
        tasks.cancelOpen(run.runId());
        events.completed(run, completion);
        completions.completed(run, takeNumber(run), completion);
        log.info(
                "Run completed: run={} job={} files={} rows={} bytes={}",
                run.runId(),
                run.jobId(),
                completion.files(),
                completion.rows(),
                completion.bytes());
        return true;
    }

    /** @param phase the step that failed */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean fail(RunRow run, TaskKind phase, Failure failure) {
        if (!runs.markFailed(run.runId(), phase.name(), failure.kind().name(), failure.message())) {
            return false;
        }
        tasks.cancelOpen(run.runId());
        events.failed(run, phase, failure);
        completions.failed(run, takeNumber(run), failure);
        log.warn(
                "Run failed: run={} job={} phase={} kind={} cause={}",
                run.runId(),
                run.jobId(),
                phase,
                failure.kind(),
                failure.message());
        return true;
    }

    /**
     * @param overtaken whether the cancellation came before the run: then history heard of it at once, and only what is told
     *     to systems downstream was left to do
     * @return false when the run ended before, or when its manifest is about to be written: then it completes
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean cancel(RunRow run, String requestedBy, @Nullable String reason, boolean overtaken) {
        if (!runs.markCancelled(run.runId())) {
            return false;
        }
        tasks.cancelOpen(run.runId());
        if (!overtaken) {
            events.cancelled(run, requestedBy, reason);
        }
        completions.cancelled(run, takeNumber(run), overtaken ? null : run.acceptedAt());
        log.info("Run cancelled: run={} job={}", run.runId(), run.jobId());
        return true;
    }

    private OutcomeNumber takeNumber(RunRow run) {
        return outcomes.takeNext(run.jobId(), run.runId());
    }
}
