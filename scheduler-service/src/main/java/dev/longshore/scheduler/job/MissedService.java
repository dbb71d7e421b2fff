package dev.longshore.scheduler.job;

import dev.longshore.platform.web.NotFoundException;
import dev.longshore.scheduler.chain.ChainLedger;
import dev.longshore.scheduler.clock.DatabaseClock;
import dev.longshore.scheduler.settings.JobId;
import java.time.Instant;
import java.util.Optional;
import org.springframework.transaction.annotation.Transactional;

/** Tells, before a job is resumed, what it has missed. */
class MissedService {
    /** As many as a job catches up with by default; the rest is told as "more". */
    private static final int MOST = 1_000;

    private final JobRows rows;
    private final ChainLedger chains;
    private final DatabaseClock clock;

    MissedService(JobRows rows, ChainLedger chains, DatabaseClock clock) {
        this.rows = rows;
        this.chains = chains;
        this.clock = clock;
    }

    /** @throws NotFoundException when there is no such job */
    @Transactional(readOnly = true)
    public MissedView of(JobId id) {
        var row = rows.requireRow(id);
        var job = rows.settings(row);
        var next = row.state() == JobState.SUSPENDED && !row.oneTime()
                ? Optional.ofNullable(row.nextFireTime())
                : Optional.<Instant>empty();
        var chainEnd = job.hasChain() ? chains.findEnd(id) : Optional.<Instant>empty();
        return MissedView.of(MissedFireTimes.of(job, next, clock.now(), chainEnd, MOST), job);
    }
}
