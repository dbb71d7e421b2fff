package dev.longshore.scheduler.preview;

import dev.longshore.scheduler.schedule.FireTime;
import dev.longshore.scheduler.schedule.Immediately;
import dev.longshore.scheduler.settings.JobSettings;
import dev.longshore.scheduler.window.DateRange;
import dev.longshore.scheduler.window.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The coming fire times of a job and their windows, by the functions that fire it: a year of them, and at least as many
 * as are asked for.
 *
 * @param now fire times after this
 * @param runs in rising order
 */
record Outlook(JobSettings job, Instant now, List<PlannedRun> runs) {
    private static final Duration YEAR = Duration.ofDays(366);

    /** A fire time and its window; of a chain, empty when the window before it reaches that far already. */
    record PlannedRun(FireTime fire, Window window) {}

    Outlook {
        runs = List.copyOf(runs);
    }

    /** @param chainEnd where the job's chain of windows ends so far; empty when it has none */
    static Outlook of(JobSettings job, Instant now, Optional<Instant> chainEnd, int atLeast) {
        var runs = new ArrayList<PlannedRun>();
        var previousEnd = chainEnd.or(() -> start(job));
        var fire = first(job, now);
        while (fire.isPresent() && (runs.size() < atLeast || fire.get().at().isBefore(now.plus(YEAR)))) {
            var window = job.windowAt(fire.get(), previousEnd);
            runs.add(new PlannedRun(fire.get(), window));
            previousEnd = window.isEmpty() ? previousEnd : window.end();
            fire = job.schedule().next(fire.get().at(), job.timeZone());
        }
        return new Outlook(job, now, runs);
    }

    private static Optional<FireTime> first(JobSettings job, Instant now) {
        return job.schedule() instanceof Immediately
                ? Optional.of(FireTime.of(now, job.timeZone()))
                : job.schedule().next(now, job.timeZone());
    }

    private static Optional<Instant> start(JobSettings job) {
        return job.dateRange() instanceof DateRange.SinceLast chain ? chain.from() : Optional.empty();
    }
}
