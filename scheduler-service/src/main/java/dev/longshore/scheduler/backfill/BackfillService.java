package dev.longshore.scheduler.backfill;

import dev.longshore.platform.audit.AuditEntry;
import dev.longshore.platform.audit.AuditTrail;
import dev.longshore.platform.web.ConflictException;
import dev.longshore.platform.web.InvalidRequestException;
import dev.longshore.platform.web.NotFoundException;
import dev.longshore.scheduler.backfill.BackfillDao.BackfillRow;
import dev.longshore.scheduler.backfill.BackfillDao.JobRow;
import dev.longshore.scheduler.backfill.BackfillDao.WindowRow;
import dev.longshore.scheduler.clock.DatabaseClock;
import dev.longshore.scheduler.idempotency.IdempotencyService;
import dev.longshore.scheduler.idempotency.RequestKey;
import dev.longshore.scheduler.run.FiringSignal;
import dev.longshore.scheduler.run.RunId;
import dev.longshore.scheduler.run.RunLedger;
import dev.longshore.scheduler.settings.CommandReader.BackfillRange;
import dev.longshore.scheduler.settings.JobId;
import dev.longshore.scheduler.settings.SettingsJson;
import dev.longshore.scheduler.window.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.annotation.Transactional;

/**
 * Backfills as administrators ask for them. A backfill keeps its windows and becomes one run at a time
 * ({@link BackfillQueueService}); a job may have several, which go in the order in which they were asked for.
 */
class BackfillService {
    /** Most windows of one backfill: more than a month of hours, or two and a half years of days. */
    static final int MAX_WINDOWS = 1_000;

    private static final Logger log = LoggerFactory.getLogger(BackfillService.class);

    private final BackfillDao dao;
    private final RunLedger runs;
    private final SettingsJson json;
    private final DatabaseClock clock;
    private final FiringSignal signal;
    private final IdempotencyService idempotency;
    private final AuditTrail audit;

    BackfillService(
            BackfillDao dao,
            RunLedger runs,
            SettingsJson json,
            DatabaseClock clock,
            FiringSignal signal,
            IdempotencyService idempotency,
            AuditTrail audit) {
        this.dao = dao;
        this.runs = runs;
        this.json = json;
        this.clock = clock;
        this.signal = signal;
        this.idempotency = idempotency;
        this.audit = audit;
    }

    /**
     * What a backfill would export; nothing is stored.
     *
     * @throws InvalidRequestException when the range reaches into the future or has too many windows
     * @throws ConflictException when the job runs one time only, and so has no period
     */
    @Transactional(readOnly = true)
    public BackfillView plan(JobId id, Window.Interval range) {
        var job = requireJob(id);
        return BackfillView.planned(id, job.version(), range, split(id, job, range, clock.now()));
    }

    /**
     * Takes a backfill on; the settings that the job has now are those of all its runs.
     *
     * @throws InvalidRequestException when the range reaches into the future or has too many windows
     * @throws ConflictException when the job runs one time only, and so has no period
     */
    @Transactional
    public BackfillView request(JobId id, BackfillRange command, RequestKey key) {
        lockJob(id);
        var job = requireJob(id);
        var now = clock.now();
        var backfillId = idempotency.once(key, "backfill of " + id, newId -> {
            var range = command.range();
            var windows = split(id, job, range, now);
            dao.insert(new BackfillRow(
                    newId,
                    id.value(),
                    job.version(),
                    range.from(),
                    range.to(),
                    windows.size(),
                    0,
                    BackfillState.OPEN,
                    null,
                    key.caller(),
                    now));
            dao.insertWindows(newId, numbered(windows));
            audit.record(
                    of("BACKFILL_REQUESTED", newId, id, job)
                            .with("from", range.from())
                            .with("to", range.to())
                            .with("windows", windows.size()),
                    now);
            log.info("Backfill asked for: job={} backfill={} windows={}", id, newId, windows.size());
            signal.mayBeDue();
        });
        return view(id, backfillId);
    }

    /** @throws NotFoundException when the job is gone or has no such backfill */
    @Transactional(readOnly = true)
    public BackfillView require(JobId id, UUID backfillId) {
        requireJob(id);
        return view(id, backfillId);
    }

    /**
     * Newest first, without their windows.
     *
     * @param before only those that were asked for before this one; null for the newest
     */
    @Transactional(readOnly = true)
    public BackfillListView list(JobId id, @Nullable UUID before, int limit) {
        requireJob(id);
        var rows = dao.findOf(id.value(), before, limit + 1);
        var page = rows.subList(0, Math.min(rows.size(), limit));
        var counts = dao.countRuns(page.stream().map(BackfillRow::backfillId).toArray(UUID[]::new));
        return new BackfillListView(
                page.stream()
                        .map(row -> BackfillView.of(row, counts, List.of()))
                        .toList(),
                rows.size() > limit ? page.get(limit - 1).backfillId().toString() : null);
    }

    /**
     * Stops a backfill: windows that wait never become runs, and a run of it that has not ended is cancelled. Files of
     * runs that have completed stay.
     *
     * @throws ConflictException when nothing of it is left to cancel
     */
    @Transactional
    public BackfillView cancel(JobId id, UUID backfillId, String user) {
        lockJob(id);
        var backfill = dao.find(id.value(), backfillId).orElseThrow(() -> notFound(id, backfillId));
        var run = dao.findUnendedRun(backfillId).map(RunId::new);
        if (backfill.state() != BackfillState.OPEN && run.isEmpty()) {
            throw new ConflictException(
                    "backfill-ended",
                    "All runs of backfill %s have ended: there is nothing to cancel".formatted(backfillId));
        }
        var now = clock.now();
        if (dao.cancel(backfillId, "Cancelled by " + user, now)) {
            audit.record(of("BACKFILL_CANCELLED", backfillId, id, requireJob(id)), now);
            log.info("Backfill cancelled: job={} backfill={} user={}", id, backfillId, user);
        }
        run.ifPresent(unended -> runs.cancel(unended, user));
        return view(id, backfillId);
    }

    private List<Window.Interval> split(JobId id, JobRow job, Window.Interval range, Instant now) {
        if (range.to().isAfter(now)) {
            throw InvalidRequestException.of(
                    "to", range.to(), "must not lie in the future: a backfill exports the past");
        }
        var settings = json.read(job.settings());
        if (settings.schedule().isOneTime()) {
            throw new ConflictException(
                    "no-period",
                    "Job %s runs one time only, so it has no period to split a range by: run it now with the range as its window"
                            .formatted(id));
        }
        var plan = BackfillPlan.of(settings.schedule(), settings.timeZone(), range, MAX_WINDOWS);
        if (plan instanceof BackfillPlan.TooMany tooMany) {
            throw InvalidRequestException.of(
                    "to",
                    range.to(),
                    "must not lie after %s, as a backfill has at most %,d windows: ask for the rest in another one"
                            .formatted(tooMany.latestEnd(), MAX_WINDOWS));
        }
        return ((BackfillPlan.Split) plan).windows();
    }

    private AuditEntry of(String action, UUID backfillId, JobId id, JobRow job) {
        var settings = json.read(job.settings());
        return AuditEntry.of(action, "BACKFILL", backfillId)
                .named(settings.title())
                .about(settings.source())
                .with("jobId", id);
    }

    private static List<WindowRow> numbered(List<Window.Interval> windows) {
        var rows = new ArrayList<WindowRow>();
        for (var window : windows) {
            rows.add(new WindowRow(rows.size() + 1, window.from(), window.to(), null, null));
        }
        return rows;
    }

    private BackfillView view(JobId id, UUID backfillId) {
        var row = dao.find(id.value(), backfillId).orElseThrow(() -> notFound(id, backfillId));
        return BackfillView.of(row, dao.countRuns(new UUID[] {backfillId}), dao.findWindows(backfillId));
    }

    private void lockJob(JobId id) {
        if (dao.lockJob(id.value()).isEmpty()) {
            throw new NotFoundException("There is no job " + id);
        }
    }

    private JobRow requireJob(JobId id) {
        return dao.findJob(id.value()).orElseThrow(() -> new NotFoundException("There is no job " + id));
    }

    private static NotFoundException notFound(JobId id, UUID backfillId) {
        return new NotFoundException("Job %s has no backfill %s".formatted(id, backfillId));
    }
}
