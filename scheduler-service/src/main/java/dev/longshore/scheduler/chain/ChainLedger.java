package dev.longshore.scheduler.chain;

import dev.longshore.platform.web.InvalidRequestException;
import dev.longshore.scheduler.clock.DatabaseClock;
import dev.longshore.scheduler.run.RunId;
import dev.longshore.scheduler.schedule.FireTime;
import dev.longshore.scheduler.settings.JobId;
import dev.longshore.scheduler.settings.JobSettings;
import dev.longshore.scheduler.window.DateRange;
import dev.longshore.scheduler.window.Window;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The chains of windows of SINCE_LAST jobs. A chain begins once and is never cut: runs of the schedule add windows to
 * its end, each in the transaction that issues the run, under the lock of the job's row; nothing else does. What is
 * passed over adds none, so that the next run's window starts where the last one ended. Constraints of the table refuse
 * gap and overlap, should this class be wrong. A job that leaves SINCE_LAST keeps its chain, and goes on with it when
 * it comes back.
 */
public class ChainLedger {
    private static final Logger log = LoggerFactory.getLogger(ChainLedger.class);

    private final ChainDao dao;
    private final DatabaseClock clock;

    ChainLedger(ChainDao dao, DatabaseClock clock) {
        this.dao = dao;
        this.clock = clock;
    }

    /** Where the next window of a job's chain starts; empty when the job never had a chain. */
    @Transactional(readOnly = true)
    public Optional<Instant> findEnd(JobId job) {
        return dao.findEnd(job.value());
    }

    /** Where the window of the last run that the schedule named ended, of whatever date range; failed or not. */
    @Transactional(readOnly = true)
    public Optional<Instant> findLastScheduledEnd(JobId job) {
        return dao.findLastScheduledEnd(job.value());
    }

    /**
     * Begins the chain of a job that was saved with SINCE_LAST, or takes it up again; does nothing for other jobs. What
     * runs of another date range exported in between belongs to the chain as far as their windows follow on it.
     *
     * @throws InvalidRequestException when a start is asked for that is not the one of the chain
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void follow(JobId job, JobSettings settings, Instant now) {
        if (!(settings.dateRange() instanceof DateRange.SinceLast range)) {
            return;
        }
        var end = dao.findEnd(job.value());
        if (end.isEmpty()) {
            var start = range.from()
                    .or(() -> dao.findLastScheduledEnd(job.value()))
                    .orElseGet(() -> fireTimeBeforeFirst(settings, now));
            dao.insert(job.value(), null, start, null, now);
            log.info("Chain of windows begun: job={} start={}", job, start);
            return;
        }
        range.from().ifPresent(from -> requireStart(job, from));
        var reached = dao.findEnd(job.value()).orElseThrow();
        dao.findCoveredThrough(job.value(), reached)
                .ifPresent(covered -> dao.insert(job.value(), reached, covered, null, now));
    }

    /** Adds the window of a run that was just issued, in the same transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(JobId job, RunId run, Window window) {
        dao.insert(job.value(), window.start().orElseThrow(), window.end().orElseThrow(), run.value(), clock.now());
    }

    private void requireStart(JobId job, Instant from) {
        var start = dao.findStart(job.value()).orElseThrow();
        if (!from.equals(start) && !dao.markStart(job.value(), from)) {
            throw InvalidRequestException.of(
                    "dateRange.from",
                    from,
                    "must be absent or %s, where the first window of this job started: clone the job to start elsewhere"
                            .formatted(start));
        }
    }

    private static Instant fireTimeBeforeFirst(JobSettings settings, Instant now) {
        var zone = settings.timeZone();
        return settings.schedule()
                .next(now, zone)
                .flatMap(first -> settings.schedule().previous(first.at(), zone))
                .map(FireTime::at)
                .orElse(now);
    }
}
