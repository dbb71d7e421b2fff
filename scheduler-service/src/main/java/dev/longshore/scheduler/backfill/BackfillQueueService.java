package dev.longshore.scheduler.backfill;

import dev.longshore.scheduler.backfill.BackfillDao.BackfillRow;
import dev.longshore.scheduler.backfill.BackfillDao.WindowRow;
import dev.longshore.scheduler.clock.DatabaseClock;
import dev.longshore.scheduler.run.RunId;
import dev.longshore.scheduler.run.RunLedger;
import dev.longshore.scheduler.run.RunRequest;
import dev.longshore.scheduler.run.Trigger;
import dev.longshore.scheduler.settings.JobId;
import dev.longshore.scheduler.settings.JobSettings;
import dev.longshore.scheduler.settings.JobVersionDao;
import dev.longshore.scheduler.settings.SettingsJson;
import dev.longshore.scheduler.window.Window;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.annotation.Transactional;

/**
 * Turns the windows of backfills into runs: one of a job at a time, and only while nothing else of the job is at work,
 * waits or is due. The run, the place in the backfill and the messages are one transaction: any number of instances
 * may race, and a crash leaves the window waiting.
 */
public class BackfillQueueService {
    private static final Logger log = LoggerFactory.getLogger(BackfillQueueService.class);
    private static final String UNREADABLE = "Its settings could not be read: save the job again";

    private final BackfillDao dao;
    private final JobVersionDao versions;
    private final SettingsJson json;
    private final RunLedger runs;
    private final DatabaseClock clock;

    BackfillQueueService(
            BackfillDao dao, JobVersionDao versions, SettingsJson json, RunLedger runs, DatabaseClock clock) {
        this.dao = dao;
        this.versions = versions;
        this.json = json;
        this.runs = runs;
        this.clock = clock;
    }

    /** Issues the next window of the backfill whose turn it is; false when there is none. */
    @Transactional
    public boolean issueNext() {
        var candidate = dao.findNext(null, clock.now());
        if (candidate.isEmpty()) {
            return false;
        }
        var jobId = candidate.get().jobId();
        dao.lockJob(jobId);
        // Another instance may have issued it, or the job fired, while this one waited for the lock.
        dao.findNext(jobId, clock.now()).ifPresent(this::issue);
        return true;
    }

    private void issue(BackfillRow backfill) {
        var number = backfill.windowsIssued() + 1;
        var window = dao.findWaitingWindow(backfill.backfillId(), number).orElseThrow();
        var now = clock.now();
        var settings = readable(backfill);
        if (settings.isEmpty()) {
            dao.cancel(backfill.backfillId(), UNREADABLE, now);
            return;
        }
        var request = request(backfill, window, settings.get());
        runs.issue(request);
        if (!dao.markWindowIssued(backfill.backfillId(), number, request.id().value())
                || !dao.markIssued(backfill.backfillId(), number, now)) {
            throw new IllegalStateException("backfill %s changed under the lock".formatted(backfill.backfillId()));
        }
    }

    private static RunRequest request(BackfillRow backfill, WindowRow window, JobSettings settings) {
        return new RunRequest(
                RunId.ofBackfill(backfill.backfillId(), window.number()),
                new JobId(backfill.jobId()),
                backfill.jobVersion(),
                settings,
                Trigger.BACKFILL,
                window.windowTo(),
                new Window.Interval(window.windowFrom(), window.windowTo()),
                backfill.requestedBy(),
                Optional.empty());
    }

    private Optional<JobSettings> readable(BackfillRow backfill) {
        try {
            return versions.findSettings(backfill.jobId(), backfill.jobVersion())
                    .map(json::read);
        } catch (RuntimeException e) {
            // It would fail at every attempt, and hold up the backfills behind it.
            log.error("Backfill cannot go on and is stopped: backfill={}", backfill.backfillId(), e);
            return Optional.empty();
        }
    }
}
