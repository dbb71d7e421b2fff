package dev.longshore.scheduler.backfill;

import dev.longshore.scheduler.settings.JobId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The backfills of a job that are not done; for whoever holds the lock of its row. */
public final class OpenBackfills {
    private static final Logger log = LoggerFactory.getLogger(OpenBackfills.class);

    private final BackfillDao dao;

    OpenBackfills(BackfillDao dao) {
        this.dao = dao;
    }

    /** The one that was asked for first, if windows of any wait. */
    public Optional<UUID> find(JobId job) {
        return dao.findOpen(job.value());
    }

    /**
     * Stops all of them; a run of theirs that is at work goes on.
     *
     * @param reason in words, for whoever looks for their rest
     */
    public void stopAll(JobId job, String reason, Instant now) {
        var stopped = dao.cancelAllOf(job.value(), reason, now);
        if (stopped > 0) {
            log.info("Backfills stopped: job={} count={} reason={}", job, stopped, reason);
        }
    }
}
