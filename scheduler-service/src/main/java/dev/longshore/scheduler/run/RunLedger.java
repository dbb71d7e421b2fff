package dev.longshore.scheduler.run;

import dev.longshore.platform.audit.AuditActor;
import dev.longshore.platform.audit.AuditTrail;
import dev.longshore.platform.fault.FaultPoints;
import dev.longshore.platform.web.ConflictException;
import dev.longshore.platform.web.NotFoundException;
import dev.longshore.scheduler.clock.DatabaseClock;
import dev.longshore.scheduler.idempotency.IdempotencyService;
import dev.longshore.scheduler.idempotency.RequestKey;
import dev.longshore.scheduler.run.RunDao.RunRow;
import dev.longshore.scheduler.settings.JobId;
import dev.longshore.scheduler.settings.JobSettings;
import dev.longshore.scheduler.settings.JobVersionDao;
import dev.longshore.scheduler.settings.SettingsJson;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The runs of all jobs. At most one run of a job is at work; others wait in it, in the order in which they were asked
 * for. Whoever issues, starts or ends a run holds the lock of its job's row, and takes it before that of the run; so two
 * cannot start at once, and the unique indexes of {@code run} would stop them if it did not.
 */
public class RunLedger {
    /** A run and its messages are written and not yet committed. */
    public static final String BEFORE_COMMIT_OF_RUN = "scheduler.before-commit-of-run";

    private static final String UNREADABLE = "Its settings could not be read: save the job again and run it by hand";

    private static final Logger log = LoggerFactory.getLogger(RunLedger.class);

    private final RunDao dao;
    private final JobVersionDao versions;
    private final SettingsJson json;
    private final RunPublisher publisher;
    private final DatabaseClock clock;
    private final FiringSignal signal;
    private final FaultPoints faults;
    private final IdempotencyService idempotency;
    private final AuditTrail audit;

    RunLedger(
            RunDao dao,
            JobVersionDao versions,
            SettingsJson json,
            RunPublisher publisher,
            DatabaseClock clock,
            FiringSignal signal,
            FaultPoints faults,
            IdempotencyService idempotency,
            AuditTrail audit) {
        this.dao = dao;
        this.versions = versions;
        this.json = json;
        this.publisher = publisher;
        this.clock = clock;
        this.signal = signal;
        this.faults = faults;
        this.idempotency = idempotency;
        this.audit = audit;
    }

    /**
     * Issues a run in the caller's transaction, which holds the lock of the job's row. It starts at once when no other
     * run of the job has begun or waits, and otherwise waits for its turn. A run that exists already is left as it is.
     *
     * @return whether it is a new run
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean issue(RunRequest request) {
        var now = clock.now();
        var run = RunRow.of(request, RunState.REQUESTED, now, null);
        var othersUnended = dao.findUnended(run.jobId()).isPresent();
        if (!dao.insert(run)) {
            return false;
        }
        dao.markLastRun(run.jobId(), run.runId(), run.state(), run.stateAt());
        publisher.requested(run, request.settings());
        if (!othersUnended) {
            start(run, request.settings(), now);
        }
        log.info(
                "Run issued: job={} run={} trigger={} fireTime={} waits={}",
                run.jobId(),
                run.runId(),
                run.trigger(),
                run.fireTime(),
                othersUnended);
        faults.reached(BEFORE_COMMIT_OF_RUN, run.runId().toString());
        return true;
    }

    /**
     * Issues runs of different jobs and starts them at once, in the caller's transaction, which holds the locks of the
     * jobs' rows and has seen that none of them has an unended run. Runs that exist already are left as they are.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void issueAtOnce(List<RunRequest> requests) {
        if (requests.isEmpty()) {
            return;
        }
        var now = clock.now();
        var runs = requests.stream()
                .map(request -> RunRow.of(request, RunState.REQUESTED, now, null))
                .toList();
        var inserted = dao.insertStarted(runs);
        var issued = IntStream.range(0, runs.size())
                .filter(i -> inserted[i] == 1)
                .boxed()
                .toList();
        dao.markLastRuns(issued.stream().map(runs::get).toList());
        issued.forEach(i -> tellOfStart(runs.get(i), requests.get(i).settings(), now));
    }

    private void tellOfStart(RunRow run, JobSettings settings, Instant now) {
        publisher.requested(run, settings);
        publisher.startRun(run, settings, now);
        log.info(
                "Run issued: job={} run={} trigger={} fireTime={} waits=false",
                run.jobId(),
                run.runId(),
                run.trigger(),
                run.fireTime());
        faults.reached(BEFORE_COMMIT_OF_RUN, run.runId().toString());
    }

    /** Records that policy passed over a fire time, in the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void skip(RunRequest request, String reason) {
        var now = clock.now();
        var run = RunRow.of(request, RunState.SKIPPED, now, now);
        if (dao.insert(run)) {
            publisher.skipped(run, request.settings(), reason);
            log.info(
                    "Run skipped: job={} run={} fireTime={} reason={}",
                    request.job(),
                    request.id(),
                    request.fireTime(),
                    reason);
        }
    }

    /** Starts the run that has waited longest of those whose turn it is; false when there is none. */
    @Transactional
    public boolean startWaiting() {
        var waiting = dao.findWaiting();
        if (waiting.isEmpty()) {
            return false;
        }
        var jobId = waiting.get().jobId();
        dao.lockJob(jobId);
        // Another instance may have started it, or a user cancelled it, while this one waited for the lock.
        dao.findUnended(jobId)
                .filter(run -> run.startedAt() == null)
                .flatMap(run -> dao.lock(run.runId()))
                .filter(run -> run.startedAt() == null && !run.state().isEnded())
                .ifPresent(this::startOrGiveUp);
        return true;
    }

    /** Settings that cannot be read would fail at every attempt, and hold up the runs and jobs behind this one. */
    private void startOrGiveUp(RunRow run) {
        var text = versions.findSettings(run.jobId(), run.jobVersion()).orElseThrow();
        JobSettings settings;
        try {
            settings = json.read(text);
        } catch (RuntimeException e) {
            log.error("Run cannot be started and is cancelled: job={} run={}", run.jobId(), run.runId(), e);
            cancelWaiting(run, AuditActor.SYSTEM.name(), UNREADABLE, clock.now());
            return;
        }
        start(run, settings, clock.now());
    }

    private void cancelWaiting(RunRow run, String by, @Nullable String reason, Instant now) {
        dao.markEnded(run.runId(), RunState.CANCELLED, now, null, now);
        dao.markLastRunReached(run.jobId(), run.runId(), RunState.CANCELLED, now);
        publisher.cancelled(run, by, reason, now);
    }

    /** Stops a run: at once when no worker has heard of it, otherwise the workers are told to. */
    @Transactional
    public void cancel(RunId id, String user) {
        dao.lockJob(dao.find(id.value()).orElseThrow(() -> notFound(id)).jobId());
        var run = dao.lock(id.value()).orElseThrow(() -> notFound(id));
        var now = clock.now();
        if (run.state().isEnded()) {
            throw new ConflictException(
                    "run-ended", "Run %s has ended as %s: there is nothing to cancel".formatted(id, run.state()));
        }
        if (run.startedAt() == null) {
            cancelWaiting(run, user, null, now);
            audit.record(RunAudit.cancelled(run, settings(run)), now);
            log.info("Run cancelled before it began: run={} user={}", id, user);
            signal.mayBeDue();
        } else if (dao.markCancelRequested(run.runId(), now)) {
            publisher.cancelRun(run, user, now);
            audit.record(RunAudit.cancelled(run, settings(run)), now);
            log.info("Run is to be cancelled: run={} user={}", id, user);
        }
    }

    /**
     * Issues a run with the window and settings of another one, which has ended.
     *
     * @throws ConflictException when that one has not ended, or its job is deleted
     */
    @Transactional
    public RunId retry(RunId id, RequestKey key) {
        return new RunId(idempotency.once(key, "retry of " + id, newId -> retry(id, newId, key.caller())));
    }

    private void retry(RunId id, UUID newId, String user) {
        var run = dao.find(id.value()).orElseThrow(() -> notFound(id));
        if (dao.lockJob(run.jobId()).orElse(true)) {
            throw new ConflictException(
                    "job-deleted", "Job %s is deleted: its runs cannot be repeated".formatted(run.jobId()));
        }
        if (!run.state().isEnded()) {
            throw new ConflictException(
                    "run-in-progress", "Run %s has not ended: wait for it or cancel it first".formatted(id));
        }
        var again = new RunRequest(
                new RunId(newId),
                new JobId(run.jobId()),
                run.jobVersion(),
                settings(run),
                Trigger.RETRY,
                run.fireTime(),
                run.window(),
                user,
                Optional.of(id));
        issue(again);
        audit.record(RunAudit.retried(again), clock.now());
    }

    /** What a job's next run would have to wait for. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<UnendedRun> findUnended(JobId job) {
        return dao.findUnended(job.value()).map(run -> new UnendedRun(new RunId(run.runId())));
    }

    /** A run that has not ended. */
    public record UnendedRun(RunId id) {}

    /** How the runs of some jobs stand. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<JobId, Standing> findStandings(List<JobId> jobs) {
        var ids = jobs.stream().map(JobId::value).toArray(UUID[]::new);
        return dao.findStandings(ids).stream()
                .collect(Collectors.toMap(
                        row -> new JobId(row.jobId()),
                        row -> new Standing(
                                row.unended(),
                                Optional.ofNullable(row.atWorkSince()),
                                Optional.ofNullable(row.lastEnd()))));
    }

    /**
     * How the runs of a job stand.
     *
     * @param unended whether one is at work or waits for its turn
     * @param atWorkSince when the one at work was handed to the workers: fire times overlap with it since then. Empty for
     *     a run of a backfill: the schedule waits for that one, but passes over nothing because of it
     * @param lastEnd when one ended last; empty while one is unended
     */
    public record Standing(boolean unended, Optional<Instant> atWorkSince, Optional<Instant> lastEnd) {}

    private void start(RunRow run, JobSettings settings, Instant now) {
        if (dao.markStarted(run.runId(), now)) {
            publisher.startRun(run, settings, now);
        }
    }

    private JobSettings settings(RunRow run) {
        return json.read(versions.findSettings(run.jobId(), run.jobVersion()).orElseThrow());
    }

    private static NotFoundException notFound(RunId id) {
        return new NotFoundException("There is no run " + id);
    }
}
