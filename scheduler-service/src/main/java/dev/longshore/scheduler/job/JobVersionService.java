package dev.longshore.scheduler.job;

import dev.longshore.platform.web.NotFoundException;
import dev.longshore.scheduler.job.JobVersionView.JobVersionListView;
import dev.longshore.scheduler.settings.JobId;
import dev.longshore.scheduler.settings.JobVersionDao;
import dev.longshore.scheduler.settings.JobVersionDao.JobVersionRow;
import dev.longshore.scheduler.settings.SettingsJson;
import dev.longshore.scheduler.settings.SettingsView;
import org.springframework.transaction.annotation.Transactional;

/** The versions of jobs that are not deleted: every edit made one, and none was changed since. */
class JobVersionService {
    private final JobRows rows;
    private final JobVersionDao versions;
    private final SettingsJson json;

    JobVersionService(JobRows rows, JobVersionDao versions, SettingsJson json) {
        this.rows = rows;
        this.versions = versions;
        this.json = json;
    }

    /**
     * Newest first.
     *
     * @param before only versions below this one
     */
    @Transactional(readOnly = true)
    public JobVersionListView list(JobId id, int before, int limit) {
        rows.require(id);
        var found = versions.findOf(id.value(), before, limit + 1);
        var page = found.subList(0, Math.min(found.size(), limit));
        return new JobVersionListView(
                page.stream().map(row -> view(id, row)).toList(),
                found.size() > limit ? Integer.toString(page.get(limit - 1).version()) : null);
    }

    /** @throws NotFoundException when the job is gone or has no such version */
    @Transactional(readOnly = true)
    public JobVersionView require(JobId id, int version) {
        rows.require(id);
        return versions.findOf(id.value(), version + 1, 1).stream()
                .filter(row -> row.version() == version)
                .map(row -> view(id, row))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("Job %s has no version %d".formatted(id, version)));
    }

    private JobVersionView view(JobId id, JobVersionRow row) {
        return new JobVersionView(
                id.value(),
                row.version(),
                row.createdBy(),
                row.createdAt(),
                SettingsView.of(json.read(row.settings())));
    }
}
