package dev.longshore.scheduler.preview;

import dev.longshore.scheduler.schedule.Immediately;
import dev.longshore.scheduler.settings.JobSettings;
import dev.longshore.scheduler.window.DateRange;
import dev.longshore.scheduler.window.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An edit of a job, as it stood before.
 *
 * @param previousEnd where the window of the job's last scheduled run ended; of a chain, where its next one starts
 * @param nextFireTime the next fire time that was not issued
 */
public record JobEdit(JobSettings before, Optional<Instant> previousEnd, Optional<Instant> nextFireTime) {
    /**
     * What the edit changes about coming runs and windows, in sentences.
     *
     * @param chainEnd where the job's chain of windows ends now, if it has one
     * @param next the next fire time now
     * @param now for naming instants
     */
    public List<String> inWords(JobSettings after, Optional<Instant> chainEnd, Optional<Instant> next, Instant now) {
        var wording = new Wording(after.timeZone(), now);
        var sentences = new ArrayList<String>();
        var scheduleChanges = !before.schedule().equals(after.schedule())
                || !before.timeZone().equals(after.timeZone());
        if (scheduleChanges) {
            sentences.add(nextRun(after, next, wording));
        }
        if (scheduleChanges || !before.dateRange().equals(after.dateRange())) {
            next.flatMap(fireTime -> nextWindow(after, fireTime, chainEnd, wording))
                    .ifPresent(sentences::add);
        }
        if (!before.dateColumn().equals(after.dateColumn())) {
            sentences.add(("Windows rest on %s instead of %s from the next run on: records with these dates on either"
                            + " side of the last window's end may be exported twice or left out")
                    .formatted(after.dateColumn(), before.dateColumn()));
        }
        if (!before.source().equals(after.source())
                || !before.type().equals(after.type())
                || !before.entityTypes().equals(after.entityTypes())) {
            sentences.add("The next run exports other records; windows that were exported before stay as they are");
        }
        return sentences;
    }

    private String nextRun(JobSettings after, Optional<Instant> next, Wording wording) {
        if (after.schedule() instanceof Immediately) {
            return "The job runs now";
        }
        if (next.isEmpty()) {
            return "There is no next run";
        }
        return next.equals(nextFireTime)
                ? "The next run stays at %s %s".formatted(wording.at(next.get()), after.timeZone())
                : "The next run is at %s %s".formatted(wording.at(next.get()), after.timeZone())
                        + nextFireTime
                                .map(before -> " instead of " + wording.at(before))
                                .orElse("");
    }

    private Optional<String> nextWindow(
            JobSettings after, Instant fireTime, Optional<Instant> chainEnd, Wording wording) {
        if (!(after.dateRange() instanceof DateRange.Last) && !after.hasChain()) {
            return Optional.empty();
        }
        var fire = after.schedule().at(fireTime, after.timeZone());
        var window = (Window.Interval) after.windowAt(fire, chainEnd);
        if (window.isEmpty() && chainEnd.isPresent()) {
            return Optional.of("No run before the first window starts, at " + wording.at(chainEnd.get()));
        }
        if (previousEnd.isEmpty()) {
            return Optional.of("The first window starts at " + wording.at(window.from()));
        }
        return Optional.of(seam(previousEnd.get(), window.from(), wording));
    }

    private static String seam(Instant end, Instant start, Wording wording) {
        if (end.equals(start)) {
            return "The next window starts at %s, where the last one ended: nothing is left out or exported twice"
                    .formatted(wording.at(start));
        }
        return end.isBefore(start)
                ? wording.span(end, start) + " is not exported by this job"
                : wording.span(start, end) + " is exported more than once";
    }
}
