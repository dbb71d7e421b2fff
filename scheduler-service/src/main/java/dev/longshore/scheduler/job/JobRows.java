package dev.longshore.scheduler.job;

import dev.longshore.platform.web.NotFoundException;
import dev.longshore.scheduler.chain.ChainLedger;
import dev.longshore.scheduler.schedule.FireTime;
import dev.longshore.scheduler.settings.JobId;
import dev.longshore.scheduler.settings.JobSettings;
import dev.longshore.scheduler.settings.SettingsJson;
import dev.longshore.scheduler.window.Window;
import java.time.Instant;
import java.util.Optional;

/**
 * The rows of jobs that are not deleted. Every change of a job holds the lock of its row, as the firing of the job
 * does: what is answered is what the next fire time meets. To be used in a transaction.
 */
final class JobRows {
    private final JobDao dao;
    private final SettingsJson json;
    private final ChainLedger chains;

    JobRows(JobDao dao, SettingsJson json, ChainLedger chains) {
        this.dao = dao;
        this.json = json;
        this.chains = chains;
    }

    /** @throws NotFoundException when there is no such job */
    JobRow lock(JobId id) {
        if (dao.lock(id.value()).isEmpty()) {
            throw notFound(id);
        }
        return find(id);
    }

    /** @throws NotFoundException when there is no such job */
    JobView require(JobId id) {
        var row = find(id);
        return JobView.of(row, settings(row));
    }

    /** @throws NotFoundException when there is no such job */
    JobRow requireRow(JobId id) {
        return find(id);
    }

    JobSettings settings(JobRow row) {
        return json.read(row.settings());
    }

    /**
     * The window that a job would have if it were due now. Of a chain, all that its next window will hold so far; that
     * window stays as it is (no link is added).
     */
    Window windowNow(JobId id, JobSettings settings, Instant now) {
        return settings.windowAt(
                FireTime.of(now, settings.timeZone()), settings.hasChain() ? chains.findEnd(id) : Optional.empty());
    }

    private JobRow find(JobId id) {
        return dao.find(id.value()).orElseThrow(() -> notFound(id));
    }

    private static NotFoundException notFound(JobId id) {
        return new NotFoundException("There is no job " + id);
    }
}
