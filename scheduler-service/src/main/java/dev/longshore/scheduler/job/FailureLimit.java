package dev.longshore.scheduler.job;

import dev.longshore.platform.audit.AuditTrail;
import dev.longshore.scheduler.backfill.OpenBackfills;
import dev.longshore.scheduler.clock.DatabaseClock;
import dev.longshore.scheduler.run.EndedRun;
import dev.longshore.scheduler.run.RunEnds;
import dev.longshore.scheduler.run.RunState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Suspends a recurring job when as many runs in a row have failed as it allows; its backfills stop with it, as they
 * would fail too. Runs of every trigger count; a completed run ends the row, and so does a resumption; cancelled and
 * skipped ones make no difference.
 */
final class FailureLimit implements RunEnds {
    private static final Logger log = LoggerFactory.getLogger(FailureLimit.class);
    private static final String UNKNOWN_CAUSE = "the cause is not known";

    private final JobDao dao;
    private final JobRows rows;
    private final OpenBackfills backfills;
    private final DatabaseClock clock;
    private final AuditTrail audit;

    FailureLimit(JobDao dao, JobRows rows, OpenBackfills backfills, DatabaseClock clock, AuditTrail audit) {
        this.dao = dao;
        this.rows = rows;
        this.backfills = backfills;
        this.clock = clock;
        this.audit = audit;
    }

    @Override
    public void ended(EndedRun run) {
        if (run.state() == RunState.COMPLETED) {
            dao.forgetFailures(run.job().value());
        } else if (run.state() == RunState.FAILED) {
            failed(run);
        }
    }

    private void failed(EndedRun run) {
        var failures = dao.countFailure(run.job().value());
        var found = dao.find(run.job().value());
        if (found.isEmpty()) {
            return; // deleted meanwhile: nothing fires any more
        }
        var job = found.get();
        var settings = rows.settings(job);
        var limit = settings.suspendAfterFailures();
        if (limit.isEmpty() || failures < limit.getAsInt()) {
            return;
        }
        var stage =
                JobStage.of(job).after(JobMove.FAIL_TOO_OFTEN, WorkGoingOn.NONE).orRefuse(run.job(), "");
        if (stage == JobStage.of(job)) {
            return; // suspended already, or a one-time job, which could not be resumed
        }
        var reason = "Suspended after %s in a row: %s"
                .formatted(
                        failures == 1 ? "1 failed run" : failures + " failed runs",
                        run.failureKind().orElse(UNKNOWN_CAUSE));
        var now = clock.now();
        dao.markSuspended(job.jobId(), stage.state(), reason, now);
        backfills.stopAll(run.job(), reason, now);
        audit.record(JobAudit.of("JOB_SUSPENDED", run.job(), settings).with("reason", reason), now);
        log.warn("Job suspended, as its runs keep failing: job={} run={} failures={}", run.job(), run.id(), failures);
    }
}
