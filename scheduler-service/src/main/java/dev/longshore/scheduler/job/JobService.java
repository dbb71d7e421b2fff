package dev.longshore.scheduler.job;

import dev.longshore.platform.web.ConflictException;
import dev.longshore.platform.web.NotFoundException;
import dev.longshore.platform.web.PreconditionFailedException;
import dev.longshore.scheduler.chain.ChainLedger;
import dev.longshore.scheduler.clock.DatabaseClock;
import dev.longshore.scheduler.idempotency.IdempotencyService;
import dev.longshore.scheduler.idempotency.RequestKey;
import dev.longshore.scheduler.job.JobDao.SavedJob;
import dev.longshore.scheduler.preview.JobEdit;
import dev.longshore.scheduler.run.FiringSignal;
import dev.longshore.scheduler.run.RunId;
import dev.longshore.scheduler.run.RunLedger;
import dev.longshore.scheduler.run.RunRequest;
import dev.longshore.scheduler.run.Trigger;
import dev.longshore.scheduler.schedule.FireTime;
import dev.longshore.scheduler.schedule.Immediately;
import dev.longshore.scheduler.settings.JobId;
import dev.longshore.scheduler.settings.JobRequestReader;
import dev.longshore.scheduler.settings.JobSettings;
import dev.longshore.scheduler.settings.JobVersionDao;
import dev.longshore.scheduler.settings.MissedRuns;
import dev.longshore.scheduler.settings.SettingsJson;
import dev.longshore.scheduler.window.Window;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/**
 * The life of jobs. Every change holds the lock of the job's row, as the firing of the job does: what is answered is
 * what the next fire time meets.
 */
class JobService {
    private static final Logger log = LoggerFactory.getLogger(JobService.class);

    private final JobDao dao;
    private final JobVersionDao versions;
    private final JobRequestReader reader;
    private final SettingsJson json;
    private final RunLedger runs;
    private final ChainLedger chains;
    private final DatabaseClock clock;
    private final FiringSignal signal;
    private final IdempotencyService idempotency;

    JobService(
            JobDao dao,
            JobVersionDao versions,
            JobRequestReader reader,
            SettingsJson json,
            RunLedger runs,
            ChainLedger chains,
            DatabaseClock clock,
            FiringSignal signal,
            IdempotencyService idempotency) {
        this.dao = dao;
        this.versions = versions;
        this.reader = reader;
        this.json = json;
        this.runs = runs;
        this.chains = chains;
        this.clock = clock;
        this.signal = signal;
        this.idempotency = idempotency;
    }

    /** @throws NotFoundException when there is no such job */
    @Transactional(readOnly = true)
    public JobView require(JobId id) {
        return view(requireRow(id));
    }

    /** Saves a new job; one that starts immediately is submitted at once (P31, P57). */
    @Transactional
    public JobView create(JsonNode body, RequestKey key) {
        var now = clock.now();
        var settings = reader.read(body, now);
        var id =
                new JobId(idempotency.once(key, "job", newId -> create(new JobId(newId), settings, key.caller(), now)));
        return require(id);
    }

    private void create(JobId id, JobSettings settings, String user, Instant now) {
        var next = settings.schedule().nextFireTime(now, settings.timeZone());
        var saved = saved(id, 1, settings, JobState.ACTIVE, next);
        dao.insert(saved, user, now);
        versions.insert(id.value(), 1, json.write(settings), user, now);
        chains.follow(id, settings, now);
        log.info("Job created: job={} user={} nextFireTime={}", id, user, next.orElse(null));
        submitIfImmediate(id, 1, settings, now);
        signal.mayBeDue();
    }

    /**
     * Saves a new version. A schedule that did not change keeps its next fire time; a changed one takes over from the
     * first fire time that was not issued yet, so that nothing due is forgotten. Saving a one-time job that was
     * suspended before it ran makes it active again, as it cannot be resumed.
     */
    @Transactional
    public JobView update(JobId id, JsonNode body, VersionMatch match, String user) {
        var now = clock.now();
        var settings = reader.read(body, now);
        var job = lock(id);
        if (!match.accepts(job.version())) {
            throw new PreconditionFailedException(
                    "Job %s is at version %d: read it again and repeat the change".formatted(id, job.version()));
        }
        if (job.oneTime() && job.submitted()) {
            throw new ConflictException( // P63
                    "not-editable", "One-time job %s was submitted to run: clone it instead".formatted(id));
        }
        var before = json.read(job.settings());
        var version = job.version() + 1;
        var state = settings.schedule().isOneTime() ? JobState.ACTIVE : job.state();
        var edit = new JobEdit(before, previousEnd(id, before), Optional.ofNullable(job.nextFireTime()));
        versions.insert(id.value(), version, json.write(settings), user, now);
        chains.follow(id, settings, now);
        var next = next(job, before, settings, now);
        dao.update(saved(id, version, settings, state, next), now);
        log.info("Job changed: job={} version={} user={}", id, version, user);
        submitIfImmediate(id, version, settings, now);
        signal.mayBeDue();
        return require(id).withChanges(edit.inWords(settings, chains.findEnd(id), next, now));
    }

    /** @throws ConflictException while a run of the job is at work or waits (P65) */
    @Transactional
    public void delete(JobId id, String user) {
        lock(id);
        runs.findUnended(id).ifPresent(run -> {
            throw new ConflictException(
                    "run-in-progress",
                    "Run %s of job %s is in progress: cancel it or wait for its end".formatted(run.id(), id));
        });
        dao.markDeleted(id.value(), clock.now());
        log.info("Job deleted: job={} user={}", id, user);
    }

    /** Stops a job from firing; a run at work goes on. Suspending it again changes the reason. */
    @Transactional
    public JobView suspend(JobId id, @Nullable String reason, String user) {
        lock(id);
        dao.markSuspended(id.value(), reason, clock.now());
        log.info("Job suspended: job={} user={}", id, user);
        return require(id);
    }

    /**
     * Lets a suspended job fire again.
     *
     * @param missedRuns what becomes of fire times missed meanwhile; empty for the job's own policy
     */
    @Transactional
    public JobView resume(JobId id, Optional<MissedRuns> missedRuns, String user) {
        var job = lock(id);
        if (job.oneTime()) {
            throw new ConflictException( // P58
                    "not-resumable",
                    "One-time job %s cannot be resumed: %s"
                            .formatted(id, job.submitted() ? "run it now, or clone it" : "save it with a new start"));
        }
        if (job.state() == JobState.SUSPENDED) {
            var policy = missedRuns.orElseGet(() -> json.read(job.settings()).missedRuns());
            dao.markResumed(id.value(), policy.name(), clock.now());
            log.info("Job resumed: job={} user={} missedRuns={}", id, user, policy);
            signal.mayBeDue();
        }
        return require(id);
    }

    /**
     * Issues a run by hand; the schedule goes on as if it had not been.
     *
     * @param chosen empty for the window that the job would have if it were due now
     */
    @Transactional
    public RunId runNow(JobId id, Optional<Window> chosen, RequestKey key) {
        var job = lock(id);
        var settings = json.read(job.settings());
        return new RunId(idempotency.once(key, "run of " + id, newId -> {
            var now = clock.now();
            var window = chosen.orElseGet(() -> windowNow(id, settings, now));
            runs.issue(new RunRequest(
                    new RunId(newId),
                    id,
                    job.version(),
                    settings,
                    Trigger.MANUAL,
                    now,
                    window,
                    key.caller(),
                    Optional.empty()));
        }));
    }

    private void submitIfImmediate(JobId id, int version, JobSettings settings, Instant now) {
        if (settings.schedule() instanceof Immediately) {
            runs.issue(RunRequest.scheduled(id, version, settings, now, windowNow(id, settings, now)));
        }
    }

    /** Of a chain, all that its next window will hold so far; that window stays as it is (no link is added). */
    private Window windowNow(JobId id, JobSettings settings, Instant now) {
        return settings.windowAt(FireTime.of(now, settings.timeZone()), chains.findEnd(id));
    }

    private Optional<Instant> previousEnd(JobId id, JobSettings settings) {
        return settings.hasChain() ? chains.findEnd(id) : chains.findLastScheduledEnd(id);
    }

    private static Optional<Instant> next(JobRow job, JobSettings before, JobSettings after, Instant now) {
        var pending = Optional.ofNullable(job.nextFireTime());
        if (before.schedule().equals(after.schedule()) && before.timeZone().equals(after.timeZone())) {
            return pending;
        }
        var from = pending.filter(next -> !job.oneTime() && !next.isAfter(now))
                .map(next -> next.minusNanos(1))
                .orElse(now);
        return after.schedule().nextFireTime(from, after.timeZone());
    }

    private static SavedJob saved(
            JobId id, int version, JobSettings settings, JobState state, Optional<Instant> nextFireTime) {
        var submitted = settings.schedule() instanceof Immediately;
        return new SavedJob(
                id.value(),
                version,
                settings.title(),
                settings.source(),
                settings.type(),
                settings.overlap().name(),
                settings.schedule().isOneTime(),
                submitted,
                submitted ? JobState.SUSPENDED : state,
                nextFireTime.orElse(null));
    }

    private JobRow lock(JobId id) {
        if (dao.lock(id.value()).isEmpty()) {
            throw notFound(id.value());
        }
        return requireRow(id);
    }

    private JobRow requireRow(JobId id) {
        return dao.find(id.value()).orElseThrow(() -> notFound(id.value()));
    }

    private JobView view(JobRow row) {
        return JobView.of(row, json.read(row.settings()));
    }

    private static NotFoundException notFound(UUID id) {
        return new NotFoundException("There is no job " + id);
    }
}
