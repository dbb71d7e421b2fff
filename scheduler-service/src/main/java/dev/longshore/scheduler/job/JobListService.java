package dev.longshore.scheduler.job;

import dev.longshore.platform.security.AllowedSources;
import dev.longshore.scheduler.settings.SettingsJson;
import org.springframework.transaction.annotation.Transactional;

/** Lists of jobs. */
class JobListService {
    private final JobListDao dao;
    private final SettingsJson json;

    JobListService(JobListDao dao, SettingsJson json) {
        this.dao = dao;
        this.json = json;
    }

    @Transactional(readOnly = true)
    public JobListView list(JobListRequest request) {
        var query = request.toQuery().within(AllowedSources.ofCaller());
        var rows = dao.find(query);
        var page = rows.subList(0, Math.min(rows.size(), query.limit()));
        return new JobListView(
                page.stream()
                        .map(row -> JobView.of(row.job(), json.read(row.job().settings())))
                        .toList(),
                rows.size() > page.size() ? request.cursorAfter(page.get(page.size() - 1), query.order()) : null);
    }
}
