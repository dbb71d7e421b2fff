package dev.longshore.scheduler.job;

import dev.longshore.platform.audit.AuditTrail;
import dev.longshore.platform.web.IfMatch;
import dev.longshore.platform.web.NotFoundException;
import dev.longshore.platform.web.PreconditionFailedException;
import dev.longshore.scheduler.chain.ChainLedger;
import dev.longshore.scheduler.clock.DatabaseClock;
import dev.longshore.scheduler.idempotency.IdempotencyService;
import dev.longshore.scheduler.idempotency.RequestKey;
import dev.longshore.scheduler.job.JobDao.SavedJob;
import dev.longshore.scheduler.preview.JobEdit;
import dev.longshore.scheduler.run.FiringSignal;
import dev.longshore.scheduler.run.RunLedger;
import dev.longshore.scheduler.run.RunRequest;
import dev.longshore.scheduler.schedule.Immediately;
import dev.longshore.scheduler.settings.JobId;
import dev.longshore.scheduler.settings.JobRequestReader;
import dev.longshore.scheduler.settings.JobSettings;
import dev.longshore.scheduler.settings.JobVersionDao;
import dev.longshore.scheduler.settings.SettingsJson;
import java.time.Instant;
import java.util.Optional;
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
    private final JobRows rows;
    private final JobVersionDao versions;
    private final JobRequestReader reader;
    private final SettingsJson json;
    private final RunLedger runs;
    private final ChainLedger chains;
    private final DatabaseClock clock;
    private final FiringSignal signal;
    private final IdempotencyService idempotency;
    private final AuditTrail audit;

    JobService(
            JobDao dao,
            JobRows rows,
            JobVersionDao versions,
            JobRequestReader reader,
            SettingsJson json,
            RunLedger runs,
            ChainLedger chains,
            DatabaseClock clock,
            FiringSignal signal,
            IdempotencyService idempotency,
            AuditTrail audit) {
        this.dao = dao;
        this.rows = rows;
        this.versions = versions;
        this.reader = reader;
        this.json = json;
        this.runs = runs;
        this.chains = chains;
        this.clock = clock;
        this.signal = signal;
        this.idempotency = idempotency;
        this.audit = audit;
    }

    /** @throws NotFoundException when there is no such job */
    @Transactional(readOnly = true)
    public JobView require(JobId id) {
        return rows.require(id);
    }

    /** Saves a new job; one that starts immediately is submitted at once (P31, P57). */
    @Transactional
    public JobView create(JsonNode body, RequestKey key) {
        var now = clock.now();
        var settings = reader.read(body, now);
        var id =
                new JobId(idempotency.once(key, "job", newId -> create(new JobId(newId), settings, key.caller(), now)));
        return rows.require(id);
    }

    private void create(JobId id, JobSettings settings, String user, Instant now) {
        var next = settings.schedule().nextFireTime(now, settings.timeZone());
        var saved = saved(id, 1, settings, JobStage.ofNew(settings.schedule()), next);
        dao.insert(saved, user, now);
        versions.insert(id.value(), 1, json.write(settings), user, now);
        chains.follow(id, settings, now);
        audit.record(JobAudit.of("JOB_CREATED", id, settings).with(json.differences(settings)), now);
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
    public JobView update(JobId id, JsonNode body, IfMatch match, String user) {
        var now = clock.now();
        var settings = reader.read(body, now);
        var job = rows.lock(id);
        if (!match.accepts(job.version())) {
            throw new PreconditionFailedException(
                    "Job %s is at version %d: read it again and repeat the change".formatted(id, job.version()));
        }
        var stage = JobStage.of(job)
                .after(JobMove.savingAs(settings.schedule()), WorkGoingOn.NONE)
                .orRefuse(id, "");
        var before = rows.settings(job);
        var version = job.version() + 1;
        var edit = new JobEdit(before, previousEnd(id, before), Optional.ofNullable(job.nextFireTime()));
        versions.insert(id.value(), version, json.write(settings), user, now);
        chains.follow(id, settings, now);
        var next = next(job, before, settings, now);
        dao.update(saved(id, version, settings, stage, next), now);
        audit.record(JobAudit.of("JOB_CHANGED", id, settings).with(json.differences(before, settings)), now);
        log.info("Job changed: job={} version={} user={}", id, version, user);
        submitIfImmediate(id, version, settings, now);
        signal.mayBeDue();
        return rows.require(id).withChanges(edit.inWords(settings, chains.findEnd(id), next, now));
    }

    private void submitIfImmediate(JobId id, int version, JobSettings settings, Instant now) {
        if (settings.schedule() instanceof Immediately) {
            runs.issue(RunRequest.scheduled(id, version, settings, now, rows.windowNow(id, settings, now)));
        }
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
            JobId id, int version, JobSettings settings, JobStage stage, Optional<Instant> nextFireTime) {
        return new SavedJob(
                id.value(),
                version,
                settings.title(),
                settings.description(),
                settings.source(),
                settings.type(),
                settings.overlap().name(),
                stage.isOneTime(),
                stage.isSubmitted(),
                stage.state(),
                nextFireTime.orElse(null));
    }
}
