package dev.longshore.scheduler.backfill;

import dev.longshore.scheduler.schedule.FireTime;
import dev.longshore.scheduler.schedule.Schedule;
import dev.longshore.scheduler.window.Window;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** How a range of the past is split by the period of a job. */
sealed interface BackfillPlan {
    /**
     * @param windows half-open, without gap or overlap, together the range
     */
    record Split(List<Window.Interval> windows) implements BackfillPlan {
        public Split {
            windows = List.copyOf(windows);
        }
    }

    /** @param latestEnd where the last window that would still be allowed ends */
    record TooMany(Instant latestEnd) implements BackfillPlan {}

    /**
     * Cuts a range at every fire time that lies inside it; the first and the last window are what is left at the ends.
     * So the windows in between have the edges that the schedule gives consecutive runs, on days of clock changes too
     * (P36, P45). A pure function.
     *
     * @param schedule a recurring one; one that has no more fire times gives one window
     * @param most most windows; at least 1
     */
    static BackfillPlan of(Schedule schedule, ZoneId zone, Window.Interval range, int most) {
        var windows = new ArrayList<Window.Interval>();
        var from = range.from();
        while (from.isBefore(range.to())) {
            if (windows.size() == most) {
                return new TooMany(from);
            }
            var to = schedule.next(from, zone)
                    .map(FireTime::at)
                    .filter(at -> at.isBefore(range.to()))
                    .orElse(range.to());
            windows.add(new Window.Interval(from, to));
            from = to;
        }
        return new Split(windows);
    }
}
