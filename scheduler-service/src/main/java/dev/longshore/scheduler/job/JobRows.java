package dev.longshore.scheduler.job;

import dev.longshore.platform.web.NotFoundException;
import dev.longshore.scheduler.schedule.FireTime;
import dev.longshore.scheduler.settings.JobId;
import dev.longshore.scheduler.settings.JobSettings;
import dev.longshore.scheduler.settings.SettingsJson;
import dev.longshore.scheduler.window.Window;
import java.time.Instant;

/**
 * The rows of jobs that are not deleted. Every change of a job holds the lock of its row, as the firing of the job
 * does: what is answered is what the next fire time meets. To be used in a transaction.
 */
final class JobRows {
    private final JobDao dao;
    private final SettingsJson json;

    JobRows(JobDao dao, SettingsJson json) {
        this.dao = dao;
        this.json = json;
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

    JobSettings settings(JobRow row) {
        return json.read(row.settings());
    }

    /** The window that a job would have if it were due now. */
    static Window windowNow(JobSettings settings, Instant now) {
        return settings.dateRange().windowAt(FireTime.of(now, settings.timeZone()), settings.timeZone());
    }

    private JobRow find(JobId id) {
        return dao.find(id.value()).orElseThrow(() -> notFound(id));
    }

    private static NotFoundException notFound(JobId id) {
        return new NotFoundException("There is no job " + id);
    }
}
