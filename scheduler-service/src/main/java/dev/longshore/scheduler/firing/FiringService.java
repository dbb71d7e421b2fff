package dev.longshore.scheduler.firing;

import dev.longshore.scheduler.clock.DatabaseClock;
import dev.longshore.scheduler.firing.FiringPolicy.Decision;
import dev.longshore.scheduler.firing.FiringPolicy.Due;
import dev.longshore.scheduler.firing.FiringPolicy.Situation;
import dev.longshore.scheduler.run.RunLedger;
import dev.longshore.scheduler.run.RunRequest;
import dev.longshore.scheduler.settings.JobId;
import dev.longshore.scheduler.settings.JobSettings;
import dev.longshore.scheduler.settings.SettingsJson;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.annotation.Transactional;

/**
 * Issues the runs of due jobs. Claiming a job, recording its run, moving its next fire time and storing the messages
 * are one transaction: any number of instances may race, and a crash at any point leaves the job due as it was.
 */
class FiringService {
    private static final Logger log = LoggerFactory.getLogger(FiringService.class);

    private final FiringDao dao;
    private final RunLedger runs;
    private final SettingsJson json;
    private final DatabaseClock clock;
    private final FiringPolicy policy;
    private final int jobsAtOnce;

    FiringService(FiringDao dao, RunLedger runs, SettingsJson json, DatabaseClock clock, FiringProperties properties) {
        this.dao = dao;
        this.runs = runs;
        this.json = json;
        this.clock = clock;
        this.policy = new FiringPolicy(properties.onTime(), properties.skipsAtOnce());
        this.jobsAtOnce = properties.jobsAtOnce();
    }

    /** Deals with a batch of due jobs; false when there was nothing to do. */
    @Transactional
    public boolean fireDue() {
        var now = clock.now();
        var somethingDone = false;
        for (var job : dao.claimDue(now, jobsAtOnce)) {
            somethingDone |= fire(job, now);
        }
        return somethingDone;
    }

    private boolean fire(DueJobRow job, Instant now) {
        var id = new JobId(job.jobId());
        // Asked again now that the job is locked: the claim may have seen the runs as they were before.
        var unended = runs.findUnended(id);
        var situation = new Situation(
                now,
                unended.isPresent(),
                unended.flatMap(RunLedger.UnendedRun::overlapsSince),
                unended.isPresent() ? Optional.empty() : runs.findLastEnd(id));
        JobSettings settings;
        Decision decision;
        try {
            settings = json.read(job.settings());
            decision = decide(job, settings, situation);
        } catch (RuntimeException e) {
            // It would fail at every attempt, and hold up the jobs behind it.
            log.error("Job cannot be fired and is suspended: job={}", id, e);
            return dao.suspend(job.jobId(), "Its settings could not be read: save them again");
        }
        if (decision.isToWait()) {
            return false;
        }
        decision.skips().forEach(skip -> runs.skip(request(job, settings, skip.due()), skip.reason()));
        decision.issue().ifPresent(due -> runs.issue(request(job, settings, due)));
        return job.oneTime()
                ? dao.markSubmitted(job.jobId())
                : dao.markFired(job.jobId(), decision.nextFireTime().orElse(null));
    }

    private Decision decide(DueJobRow job, JobSettings settings, Situation situation) {
        var next = job.nextFireTime();
        var now = situation.now();
        var until = job.catchUpUntil();
        var chosen = job.catchUpPolicy();
        return until == null || chosen == null || next.isAfter(until)
                ? policy.decide(settings, next, settings.missedRuns(), now, situation)
                : policy.decide(settings, next, chosen, until.isBefore(now) ? until : now, situation);
    }

    private static RunRequest request(DueJobRow job, JobSettings settings, Due due) {
        return RunRequest.scheduled(new JobId(job.jobId()), job.version(), settings, due.fireTime(), due.window());
    }
}
