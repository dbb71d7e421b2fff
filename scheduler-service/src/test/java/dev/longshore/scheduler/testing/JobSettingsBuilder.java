package dev.longshore.scheduler.testing;

import dev.longshore.scheduler.schedule.Schedule;
import dev.longshore.scheduler.settings.JobSettings;
import dev.longshore.scheduler.settings.MissedRuns;
import dev.longshore.scheduler.settings.OutputSettings;
import dev.longshore.scheduler.settings.Overlap;
import dev.longshore.scheduler.window.DateRange;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalInt;

/** Settings of a job of which a test names what it is about. */
public final class JobSettingsBuilder {
    private final Schedule schedule;
    private final DateRange dateRange;
    private ZoneId timeZone = ZoneId.of("UTC");
    private List<String> entityTypes = List.of();
    private String dateColumn = "startDate";
    private Overlap overlap = Overlap.WAIT;

    public JobSettingsBuilder(Schedule schedule, DateRange dateRange) {
        this.schedule = schedule;
        this.dateRange = dateRange;
    }

    public JobSettingsBuilder(JobSettings job) {
        this(job.schedule(), job.dateRange());
        timeZone = job.timeZone();
        entityTypes = job.entityTypes();
        dateColumn = job.dateColumn();
        overlap = job.overlap();
    }

    public JobSettingsBuilder timeZone(String value) {
        timeZone = ZoneId.of(value);
        return this;
    }

    public JobSettingsBuilder entityTypes(String... values) {
        entityTypes = List.of(values);
        return this;
    }

    public JobSettingsBuilder dateColumn(String value) {
        dateColumn = value;
        return this;
    }

    public JobSettingsBuilder overlap(Overlap value) {
        overlap = value;
        return this;
    }

    public JobSettings build() {
        return new JobSettings(
                "Title",
                "",
                "CONTACT_HISTORY",
                "INTERACTION",
                entityTypes,
                schedule,
                timeZone,
                dateRange,
                dateColumn,
                new OutputSettings("JSON_LINES", "NONE", OptionalInt.empty()),
                MissedRuns.EACH,
                overlap,
                OptionalInt.empty(),
                OptionalInt.empty());
    }
}
