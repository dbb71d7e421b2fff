package dev.longshore.scheduler.job;

import dev.longshore.scheduler.schedule.FireTime;
import dev.longshore.scheduler.settings.JobSettings;
import dev.longshore.scheduler.window.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a suspended job has missed: the fire times that a resumption would have to decide about (P56), with the windows
 * that their runs would have.
 *
 * @param fires in rising order
 * @param hasMore whether there are more than were counted
 */
record MissedFireTimes(List<Missed> fires, boolean hasMore) {
    MissedFireTimes {
        fires = List.copyOf(fires);
    }

    /** A fire time and its window; of a chain, the window goes on from the one before it. */
    record Missed(Instant fireTime, Window window) {}

    /**
     * A pure function.
     *
     * @param next the first fire time that the job has not dealt with; empty when it has none any more
     * @param now fire times up to this one are missed
     * @param chainEnd where the job's chain of windows ends so far; empty when it has none
     * @param most most fire times that are counted; at least 1
     */
    static MissedFireTimes of(
            JobSettings job, Optional<Instant> next, Instant now, Optional<Instant> chainEnd, int most) {
        var missed = new ArrayList<Missed>();
        var previousEnd = chainEnd;
        var fire = next.filter(at -> !at.isAfter(now)).map(at -> job.schedule().at(at, job.timeZone()));
        while (fire.isPresent() && missed.size() < most) {
            var window = job.windowAt(fire.get(), previousEnd);
            missed.add(new Missed(fire.get().at(), window));
            previousEnd = window.isEmpty() ? previousEnd : window.end();
            fire = following(job, fire.get(), now);
        }
        return new MissedFireTimes(missed, fire.isPresent());
    }

    private static Optional<FireTime> following(JobSettings job, FireTime fire, Instant now) {
        return job.schedule()
                .next(fire.at(), job.timeZone())
                .filter(following -> !following.at().isAfter(now));
    }

    /** The window of the only run, when just the latest is made up for: of a chain, all that is missing. */
    Optional<Window> latest(JobSettings job) {
        return job.hasChain() ? merged() : last();
    }

    /** The window of one run for all: from the first start to the last end. */
    Optional<Window> merged() {
        return fires.stream().map(Missed::window).reduce(MissedFireTimes::hull);
    }

    private Optional<Window> last() {
        return fires.isEmpty()
                ? Optional.empty()
                : Optional.of(fires.get(fires.size() - 1).window());
    }

    private static Window hull(Window one, Window other) {
        if (one instanceof Window.Interval first && other instanceof Window.Interval second) {
            return new Window.Interval(
                    first.from().isBefore(second.from()) ? first.from() : second.from(),
                    first.to().isAfter(second.to()) ? first.to() : second.to());
        }
        return new Window.Everything();
    }
}
