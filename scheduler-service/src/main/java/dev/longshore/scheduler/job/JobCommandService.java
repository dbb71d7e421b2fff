package dev.longshore.scheduler.job;

import dev.longshore.platform.audit.AuditTrail;
import dev.longshore.platform.web.ConflictException;
import dev.longshore.platform.web.InvalidRequestException;
import dev.longshore.platform.web.NotFoundException;
import dev.longshore.scheduler.backfill.OpenBackfills;
import dev.longshore.scheduler.clock.DatabaseClock;
import dev.longshore.scheduler.idempotency.IdempotencyService;
import dev.longshore.scheduler.idempotency.RequestKey;
import dev.longshore.scheduler.run.FiringSignal;
import dev.longshore.scheduler.run.RunAudit;
import dev.longshore.scheduler.run.RunId;
import dev.longshore.scheduler.run.RunLedger;
import dev.longshore.scheduler.run.RunRequest;
import dev.longshore.scheduler.run.Trigger;
import dev.longshore.scheduler.settings.JobId;
import dev.longshore.scheduler.settings.MissedRuns;
import dev.longshore.scheduler.window.Window;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.annotation.Transactional;

/** Commands to saved jobs; {@link JobStage} decides about each. */
class JobCommandService {
    private static final Logger log = LoggerFactory.getLogger(JobCommandService.class);

    private final JobDao dao;
    private final JobRows rows;
    private final RunLedger runs;
    private final OpenBackfills backfills;
    private final DatabaseClock clock;
    private final FiringSignal signal;
    private final IdempotencyService idempotency;
    private final AuditTrail audit;

    JobCommandService(
            JobDao dao,
            JobRows rows,
            RunLedger runs,
            OpenBackfills backfills,
            DatabaseClock clock,
            FiringSignal signal,
            IdempotencyService idempotency,
            AuditTrail audit) {
        this.dao = dao;
        this.rows = rows;
        this.runs = runs;
        this.backfills = backfills;
        this.clock = clock;
        this.signal = signal;
        this.idempotency = idempotency;
        this.audit = audit;
    }

    /**
     * Deletes a job; its versions, runs and artifacts stay for the history until they expire (P64).
     *
     * @throws ConflictException while a run or backfill of the job has not ended; the words name it (P65)
     * @throws NotFoundException when there is no such job
     */
    @Transactional
    public void delete(JobId id, String user) {
        var job = rows.lock(id);
        var run = runs.findUnended(id);
        var backfill = backfills.find(id);
        var work = run.isPresent() ? WorkGoingOn.RUN : backfill.isPresent() ? WorkGoingOn.BACKFILL : WorkGoingOn.NONE;
        var reason = run.map(unended -> "run " + unended.id())
                .or(() -> backfill.map(open -> "backfill " + open))
                .orElse("");
        JobStage.of(job).after(JobMove.DELETE, work).orRefuse(id, reason);
        var now = clock.now();
        dao.markDeleted(id.value(), now);
        audit.record(JobAudit.of("JOB_DELETED", id, rows.settings(job)), now);
        log.info("Job deleted: job={} user={}", id, user);
    }

    /** Stops a job from firing; a run at work and backfills go on. Suspending it again changes the reason. */
    @Transactional
    public JobView suspend(JobId id, @Nullable String reason, String user) {
        var job = rows.lock(id);
        var stage = JobStage.of(job).after(JobMove.SUSPEND, WorkGoingOn.NONE).orRefuse(id, "");
        var now = clock.now();
        dao.markSuspended(id.value(), stage.state(), reason, now);
        audit.record(JobAudit.of("JOB_SUSPENDED", id, rows.settings(job)).with("reason", reason), now);
        log.info("Job suspended: job={} user={}", id, user);
        return rows.require(id);
    }

    /**
     * Lets a suspended job fire again; its failed runs are counted anew.
     *
     * @param missedRuns what becomes of fire times missed meanwhile; empty for the job's own policy
     * @throws ConflictException when the job runs one time only (P58)
     */
    @Transactional
    public JobView resume(JobId id, Optional<MissedRuns> missedRuns, String user) {
        var job = rows.lock(id);
        var stage = JobStage.of(job).after(JobMove.RESUME, WorkGoingOn.NONE).orRefuse(id, "");
        if (stage != JobStage.of(job)) {
            var settings = rows.settings(job);
            var policy = missedRuns.orElse(settings.missedRuns());
            var now = clock.now();
            dao.markResumed(id.value(), stage.state(), policy.name(), now);
            audit.record(JobAudit.of("JOB_RESUMED", id, settings).with("missedRuns", policy), now);
            log.info("Job resumed: job={} user={} missedRuns={}", id, user, policy);
            signal.mayBeDue();
        }
        return rows.require(id);
    }

    /**
     * Issues a run by hand; the schedule goes on as if it had not been.
     *
     * @param chosen empty for the window that the job would have if it were due now
     * @throws InvalidRequestException when the window ends in the future: the run would hold the job until then
     */
    @Transactional
    public RunId runNow(JobId id, Optional<Window> chosen, RequestKey key) {
        var job = rows.lock(id);
        JobStage.of(job).after(JobMove.RUN_NOW, WorkGoingOn.NONE).orRefuse(id, "");
        var settings = rows.settings(job);
        return new RunId(idempotency.once(key, "run of " + id, newId -> {
            var now = clock.now();
            chosen.flatMap(Window::end).filter(end -> end.isAfter(now)).ifPresent(JobCommandService::refuseFuture);
            var request = new RunRequest(
                    new RunId(newId),
                    id,
                    job.version(),
                    settings,
                    Trigger.MANUAL,
                    now,
                    chosen.orElseGet(() -> rows.windowNow(id, settings, now)),
                    key.caller(),
                    Optional.empty());
            runs.issue(request);
            audit.record(RunAudit.requested(request), now);
        }));
    }

    private static void refuseFuture(Instant end) {
        throw InvalidRequestException.of(
                "window.to", end, "must not lie in the future: the run would hold the job until then");
    }
}
