package dev.longshore.worker.lease;

import dev.longshore.worker.event.TaskEventPublisher;
import dev.longshore.worker.event.TaskReadyPublisher;
import dev.longshore.worker.failure.Failure;
import dev.longshore.worker.failure.FailureKind;
import dev.longshore.worker.lease.ClaimOutcome.Claimed;
import dev.longshore.worker.lease.ClaimOutcome.Taken;
import dev.longshore.worker.outcome.RunOutcomeLedger;
import dev.longshore.worker.run.RunDao;
import dev.longshore.worker.run.RunId;
import dev.longshore.worker.run.RunRow;
import dev.longshore.worker.run.RunState;
import dev.longshore.worker.task.Lease;
import dev.longshore.worker.task.RetryPolicy;
import dev.longshore.worker.task.TaskDao;
import dev.longshore.worker.task.TaskId;
import dev.longshore.worker.task.TaskRow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who works on what. Each change of a task is a compare-and-set by the database's clock and commits together with the
 * news of it; the run's row is locked first, so that the news of a run keeps its order. Losing a race is an outcome.
 */
class TaskLedger {
    private static final Logger log = LoggerFactory.getLogger(TaskLedger.class);

    private final RunDao runs;
    private final TaskDao tasks;
    private final TaskEventPublisher events;
    private final TaskReadyPublisher ready;
    private final RunOutcomeLedger outcomes;
    private final RetryPolicy retries;
    private final LeaseTerms terms;

    TaskLedger(
            RunDao runs,
            TaskDao tasks,
            TaskEventPublisher events,
            TaskReadyPublisher ready,
            RunOutcomeLedger outcomes,
            RetryPolicy retries,
            LeaseTerms terms) {
        this.runs = runs;
        this.tasks = tasks;
        this.events = events;
        this.ready = ready;
        this.outcomes = outcomes;
        this.retries = retries;
        this.terms = terms;
    }

    /** Grants the lease when the task is free or the lease of its holder expired. */
    @Transactional
    public ClaimOutcome claim(RunId runId, TaskId taskId, String worker) {
        Optional<RunRow> run = runs.lock(runId.value());
        if (run.isEmpty()) {
            return new Taken();
        }
        Optional<TaskRow> claimed =
                tasks.claim(taskId.value(), worker, terms.lease().toMillis(), terms.maxAttempts());
        if (claimed.isEmpty()) {
            return new Taken();
        }
        Lease lease = leaseOf(claimed.get(), worker, run.get().readAt());
        events.started(run.get(), lease);
        return new Claimed(lease);
    }

    /** @return false when the lease is lost */
    @Transactional
    public boolean renew(Lease lease) {
        return tasks.renew(lease.task().value(), lease.epoch(), terms.lease().toMillis());
    }

    /** Ends an attempt that failed: the task is tried again later, or its run fails. */
    @Transactional
    public void fail(Lease lease, Failure failure) {
        Optional<RunRow> run = runs.lock(lease.run().value());
        if (run.isEmpty()) {
            return;
        }
        // A sealed run may be visible already: it goes on until it is published, whatever stood in the way.
        Optional<Duration> pause = run.get().state() == RunState.COMMITTING
                ? Optional.of(retries.backOff(lease.attempt()))
                : retries.pauseAfter(failure, lease.attempt());
        if (pause.isPresent()) {
            Optional<Instant> retryAt = tasks.markWaiting(
                    lease.task().value(), lease.epoch(), pause.get().toMillis());
            if (retryAt.isPresent()) {
                events.failed(run.get(), lease, failure, retryAt.get());
                log.warn(
                        "Attempt failed, tried again later: {} kind={} cause={}",
                        lease,
                        failure.kind(),
                        failure.message());
            }
        } else if (tasks.markFailed(lease.task().value(), lease.epoch())) {
            events.failed(run.get(), lease, failure, null);
            outcomes.fail(run.get(), lease.kind(), failure);
        }
    }

    /** Frees a task that this worker can no longer work on, because it stops. The attempt does not count. */
    @Transactional
    public void giveBack(Lease lease) {
        Optional<RunRow> run = runs.lock(lease.run().value());
        if (run.isPresent() && tasks.giveBack(lease.task().value(), lease.epoch())) {
            ready.ready(
                    lease.run(),
                    lease.task(),
                    lease.kind(),
                    lease.attempt(),
                    run.get().readAt());
            log.info("Task handed back: {}", lease);
        }
    }

    /** Tasks whose worker stopped renewing. */
    @Transactional(readOnly = true)
    public List<TaskRow> findExpired(int limit) {
        return tasks.findExpired(limit);
    }

    /** Frees a task whose lease has expired, or fails its run when that happened too often. */
    @Transactional
    public boolean reclaim(TaskRow task) {
        Optional<RunRow> run = runs.lock(task.runId());
        if (run.isEmpty()) {
            return false;
        }
        String worker = String.valueOf(task.worker());
        Failure lost = new Failure(
                FailureKind.WORKER_LOST, "The worker %s stopped without finishing the task".formatted(worker));
        Lease lease = leaseOf(task, worker, run.get().readAt());
        if (run.get().state() == RunState.COMMITTING || retries.allowsAttemptAfter(task.attempt())) {
            if (!tasks.reclaim(task.taskId(), task.epoch())) {
                return false;
            }
            Instant now = run.get().readAt();
            events.failed(run.get(), lease, lost, now);
            ready.ready(lease.run(), lease.task(), task.kind(), task.attempt() + 1, now);
            log.warn("Lease expired, task is free again: {}", lease);
            return true;
        }
        if (!tasks.abandon(task.taskId(), task.epoch())) {
            return false;
        }
        events.failed(run.get(), lease, lost, null);
        return outcomes.fail(run.get(), task.kind(), lost);
    }

    /** Tasks whose back-off or wait is over. */
    @Transactional(readOnly = true)
    public List<TaskRow> findDue(int limit) {
        return tasks.findDue(limit);
    }

    /** Frees a task whose back-off or wait is over. */
    @Transactional
    public boolean markReady(TaskRow task) {
        Optional<RunRow> run = runs.lock(task.runId());
        if (run.isEmpty() || !tasks.markReady(task.taskId(), task.epoch())) {
            return false;
        }
        ready.ready(
                run.get().id(),
                task.id(),
                task.kind(),
                task.attempt() + 1,
                run.get().readAt());
        return true;
    }

    /** Tasks that are free for longer than it takes to hear of them. */
    @Transactional(readOnly = true)
    public List<TaskRow> findUntaken(int limit) {
        return tasks.findUntaken(terms.untakenAfter().toMillis(), limit);
    }

    /** Tells of a free task again: the message about it may be lost. */
    @Transactional
    public boolean announceAgain(TaskRow task) {
        Optional<RunRow> run = runs.lock(task.runId());
        if (run.isEmpty()
                || !tasks.announceAgain(
                        task.taskId(), task.epoch(), terms.untakenAfter().toMillis())) {
            return false;
        }
        ready.ready(
                run.get().id(),
                task.id(),
                task.kind(),
                task.attempt() + 1,
                run.get().readAt());
        return true;
    }

    private static Lease leaseOf(TaskRow task, String worker, Instant fallback) {
        Instant startedAt = task.startedAt();
        return new Lease(
                task.id(),
                new RunId(task.runId()),
                task.kind(),
                task.number(),
                task.epoch(),
                task.attempt(),
                worker,
                startedAt == null ? fallback : startedAt);
    }
}
