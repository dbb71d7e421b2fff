package dev.longshore.scheduler.preview;

import dev.longshore.scheduler.preview.Outlook.PlannedRun;
import dev.longshore.scheduler.preview.PreviewView.FireTimeView;
import dev.longshore.scheduler.preview.PreviewView.WindowView;
import dev.longshore.scheduler.settings.JobSettings;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** Looks ahead with the functions that fire jobs. */
final class PreviewPlanner {
    private PreviewPlanner() {}

    /**
     * @param chainEnd where the job's chain of windows ends so far; empty when it has none
     * @param count most fire times that are shown
     */
    static PreviewView preview(JobSettings job, Instant now, Optional<Instant> chainEnd, int count) {
        // One more than is shown, so that a gap behind the last one is seen.
        var outlook = Outlook.of(job, now, chainEnd, count + 1);
        var shown = outlook.runs().stream()
                .limit(count)
                .map(run -> view(run, job.timeZone()))
                .toList();
        return new PreviewView(shown, Surprises.in(outlook));
    }

    private static FireTimeView view(PlannedRun run, ZoneId zone) {
        var fire = run.fire();
        var window = run.window();
        return new FireTimeView(
                fire.at(),
                fire.at().atZone(zone).toString(),
                new WindowView(window.start().orElse(null), window.end().orElse(null)));
    }
}
