package dev.longshore.worker.intake;

import dev.longshore.worker.event.RunEventPublisher;
import dev.longshore.worker.lease.FreeTasks;
import dev.longshore.worker.outcome.RunOutcomeLedger;
import dev.longshore.worker.run.CancellationDao;
import dev.longshore.worker.run.CancellationDao.Cancellation;
import dev.longshore.worker.run.RunDao;
import dev.longshore.worker.run.RunId;
import dev.longshore.worker.run.RunRow;
import dev.longshore.worker.run.RunSettings;
import dev.longshore.worker.task.TaskKind;
import dev.longshore.worker.task.WorkerId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.annotation.Transactional;

/** Accepts and cancels runs. Commands about one run wait for each other, so their order among workers does not matter. */
class RunIntakeService {
    private static final Logger log = LoggerFactory.getLogger(RunIntakeService.class);

    private final RunDao runs;
    private final CancellationDao cancellations;
    private final RunEventPublisher events;
    private final FreeTasks freeTasks;
    private final RunOutcomeLedger outcomes;
    private final WorkerId worker;

    RunIntakeService(
            RunDao runs,
            CancellationDao cancellations,
            RunEventPublisher events,
            FreeTasks freeTasks,
            RunOutcomeLedger outcomes,
            WorkerId worker) {
        this.runs = runs;
        this.cancellations = cancellations;
        this.events = events;
        this.freeTasks = freeTasks;
        this.outcomes = outcomes;
        this.worker = worker;
    }

    /** Accepts a run; a run that is known already stays as it is. */
    @Transactional
    public void start(RunId id, UUID job, RunSettings settings) {
        runs.lockCommands(id.toString());
        if (!runs.insert(id.value(), job, settings)) {
            log.info("Command to start a run came again, nothing to do: run={}", id);
            return;
        }
        RunRow run = runs.lock(id.value()).orElseThrow();
        Optional<Cancellation> cancellation = cancellations.find(id.value());
        if (cancellation.isPresent()) {
            outcomes.cancel(
                    run, cancellation.get().requestedBy(), cancellation.get().reason(), true);
            return;
        }
        events.accepted(run, worker.value());
        freeTasks.add(run, TaskKind.PLAN, 1);
        log.info("Run accepted: run={} job={}", id, job);
    }

    /**
     * Stops a run unless it has ended or its manifest is about to be written. A run that is not known yet never starts; it
     * ends at once, since the command that starts it may be lost.
     *
     * @param issuedAt when it was asked for
     */
    @Transactional
    public void cancel(RunId id, UUID job, String requestedBy, @Nullable String reason, Instant issuedAt) {
        runs.lockCommands(id.toString());
        Optional<RunRow> run = runs.lock(id.value());
        if (run.isEmpty()) {
            if (cancellations.insert(id.value(), requestedBy, reason)) {
                events.cancelledUnknown(id, job, requestedBy, reason, issuedAt);
                log.info("Run cancelled that has not come to the workers: run={} job={}", id, job);
            }
        } else if (!outcomes.cancel(run.get(), requestedBy, reason, false)) {
            log.info(
                    "Cancellation came too late: run={} state={}", id, run.get().state());
        }
    }
}
