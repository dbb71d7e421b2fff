package dev.longshore.scheduler.run;

import dev.longshore.platform.web.NotFoundException;
import dev.longshore.scheduler.run.RunSettingsView.RunWindowView;
import dev.longshore.scheduler.settings.JobVersionDao;
import dev.longshore.scheduler.settings.SettingsJson;
import dev.longshore.scheduler.settings.SettingsView;
import org.springframework.transaction.annotation.Transactional;

/** What runs were issued with. Versions of jobs are kept, so that this never changes. */
class RunSettingsService {
    private final RunDao dao;
    private final JobVersionDao versions;
    private final SettingsJson json;

    RunSettingsService(RunDao dao, JobVersionDao versions, SettingsJson json) {
        this.dao = dao;
        this.versions = versions;
        this.json = json;
    }

    /** @throws NotFoundException when nobody issued such a run */
    @Transactional(readOnly = true)
    public RunSettingsView require(RunId id) {
        var run = dao.find(id.value()).orElseThrow(() -> new NotFoundException("There is no run " + id));
        var settings =
                json.read(versions.findSettings(run.jobId(), run.jobVersion()).orElseThrow());
        return new RunSettingsView(
                run.runId(),
                run.jobId(),
                run.jobVersion(),
                run.trigger(),
                run.fireTime(),
                new RunWindowView(run.windowFrom(), run.windowTo()),
                run.retryOf(),
                SettingsView.of(settings));
    }
}
