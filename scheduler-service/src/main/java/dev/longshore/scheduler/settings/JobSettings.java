package dev.longshore.scheduler.settings;

import dev.longshore.scheduler.schedule.Schedule;
import dev.longshore.scheduler.window.DateRange;
import java.time.ZoneId;
import java.util.List;

/**
 * What an administrator decides about a job; every edit makes a new version of it.
 *
 * @param description may be empty
 * @param entityTypes API names; empty means all (P24)
 * @param dateColumn column of the type that windows rest on
 */
public record JobSettings(
        String title,
        String description,
        String source,
        String type,
        List<String> entityTypes,
        Schedule schedule,
        ZoneId timeZone,
        DateRange dateRange,
        String dateColumn,
        OutputSettings output,
        MissedRuns missedRuns,
        Overlap overlap) {
    public JobSettings {
        entityTypes = List.copyOf(entityTypes);
    }
}
