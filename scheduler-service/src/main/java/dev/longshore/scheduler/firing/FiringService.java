package dev.longshore.scheduler.firing;

import static java.util.Objects.requireNonNull;

import dev.longshore.scheduler.chain.ChainLedger;
import dev.longshore.scheduler.clock.DatabaseClock;
import dev.longshore.scheduler.firing.FiringDao.FiredRow;
import dev.longshore.scheduler.firing.FiringPolicy.Decision;
import dev.longshore.scheduler.firing.FiringPolicy.Due;
import dev.longshore.scheduler.firing.FiringPolicy.Situation;
import dev.longshore.scheduler.run.RunLedger;
import dev.longshore.scheduler.run.RunRequest;
import dev.longshore.scheduler.settings.JobId;
import dev.longshore.scheduler.settings.JobSettings;
import dev.longshore.scheduler.settings.SettingsJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
    private final ChainLedger chains;
    private final SettingsJson json;
    private final DatabaseClock clock;
    private final FiringPolicy policy;
    private final int jobsAtOnce;

    FiringService(
            FiringDao dao,
            RunLedger runs,
            ChainLedger chains,
            SettingsJson json,
            DatabaseClock clock,
            FiringProperties properties) {
        this.dao = dao;
        this.runs = runs;
        this.chains = chains;
        this.json = json;
        this.clock = clock;
        this.policy = new FiringPolicy(properties.onTime(), properties.skipsAtOnce(), properties.catchUpLimit());
        this.jobsAtOnce = properties.jobsAtOnce();
    }

    /**
     * Whether a look for something to do can be worth its transactions: one question, which is all that an idle
     * installation has to answer again and again.
     */
    boolean mayHaveWork() {
        return dao.mayHaveWork(clock.now());
    }

    /** Deals with a batch of due jobs; false when there was nothing to do. */
    @Transactional
    public boolean fireDue() {
        dao.limitStandstill();
        var now = clock.now();
        var due = dao.claimDue(now, jobsAtOnce);
        if (due.isEmpty()) {
            return false;
        }
        // Asked now that the jobs are locked: the claim may have seen the runs as they were before.
        var standings = runs.findStandings(
                due.stream().map(job -> new JobId(job.jobId())).toList());
        var starting = new ArrayList<RunRequest>();
        var fired = new ArrayList<FiredRow>();
        var somethingDone = false;
        for (var job : due) {
            var standing = requireNonNull(standings.get(new JobId(job.jobId())));
            somethingDone |= fire(job, now, standing, starting, fired);
        }
        runs.issueAtOnce(starting);
        dao.markFired(fired);
        return somethingDone;
    }

    /** What an ordinary fire time asks for is left to be done for all jobs at once; anything else is done here. */
    private boolean fire(
            DueJobRow job, Instant now, RunLedger.Standing standing, List<RunRequest> starting, List<FiredRow> fired) {
        var id = new JobId(job.jobId());
        JobSettings settings;
        Decision decision;
        try {
            settings = json.read(job.settings());
            decision = decide(job, settings, situation(id, settings, now, standing));
        } catch (RuntimeException e) {
            // It would fail at every attempt, and hold up the jobs behind it.
            log.error("Job cannot be fired and is suspended: job={}", id, e);
            return dao.suspend(job.jobId(), "Its settings could not be read: save them again");
        }
        if (decision.isToWait()) {
            return false;
        }
        var moved = new FiredRow(job.jobId(), decision.nextFireTime().orElse(null));
        if (isOrdinary(job, settings, decision, standing)) {
            decision.issue().ifPresent(due -> starting.add(request(job, settings, due)));
            fired.add(moved);
            return true;
        }
        decision.skips().forEach(skip -> runs.skip(request(job, settings, skip.due()), skip.reason()));
        decision.issue().ifPresent(due -> issue(request(job, settings, due)));
        return job.oneTime() ? dao.markSubmitted(job.jobId()) : dao.markFired(List.of(moved))[0] == 1;
    }

    /** The link of a chain is added with its run, and only when the run was not there already. */
    private static boolean isOrdinary(
            DueJobRow job, JobSettings settings, Decision decision, RunLedger.Standing standing) {
        return !job.oneTime()
                && !settings.hasChain()
                && !standing.unended()
                && decision.skips().isEmpty()
                && decision.issue().isPresent();
    }

    private Situation situation(JobId id, JobSettings settings, Instant now, RunLedger.Standing standing) {
        return new Situation(
                now,
                standing.unended(),
                standing.atWorkSince(),
                standing.lastEnd(),
                settings.hasChain() ? chains.findEnd(id) : Optional.empty());
    }

    /** A run that was there already has its own window: the chain's is handed on. */
    private void issue(RunRequest request) {
        if (runs.issue(request) && request.settings().hasChain()) {
            chains.append(request.job(), request.id(), request.window());
        }
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
