package dev.longshore.scheduler.firing;

import dev.longshore.scheduler.schedule.FireTime;
import dev.longshore.scheduler.settings.JobSettings;
import dev.longshore.scheduler.settings.MissedRuns;
import dev.longshore.scheduler.settings.Overlap;
import dev.longshore.scheduler.window.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides what becomes of a job's due fire times: a pure function, so that a restart, a resumption and an ordinary
 * minute get the same answer.
 *
 * @param onTime how late the last fire time may be and still run under {@link MissedRuns#NONE}
 * @param batch most fire times that one decision passes over
 */
record FiringPolicy(Duration onTime, int batch) {
    private static final Duration ALWAYS = Duration.ofSeconds(Long.MAX_VALUE);

    static final String OVERLAPPED = "The run before it was still going when it was due";
    static final String MISSED = "It was missed, and the job's policy for missed runs passes over it";

    /**
     * @param next the job's next fire time, which is due
     * @param missedRuns the policy that holds for fire times up to {@code through}
     * @param through the last instant to be dealt with now; not after {@code now}
     */
    Decision decide(JobSettings job, Instant next, MissedRuns missedRuns, Instant through, Situation situation) {
        if (situation.unended()) {
            return whileBusy(job, next, through, situation.atWorkSince());
        }
        return switch (missedRuns) {
            case EACH -> each(job, next);
            case LATEST -> last(job, due(job, next, through), through, situation, ALWAYS);
            case MERGED -> merged(job, next, through);
            case NONE -> last(job, due(job, next, through), through, situation, onTime);
        };
    }

    /**
     * A fire time overlaps when a run was at work as it came. One that was due before that run began is a missed one
     * that waits for its turn.
     */
    private Decision whileBusy(JobSettings job, Instant next, Instant through, Optional<Instant> atWorkSince) {
        if (job.overlap() == Overlap.WAIT
                || atWorkSince.isEmpty()
                || !atWorkSince.get().isBefore(next)) {
            return new Decision(List.of(), Optional.empty(), Optional.of(next));
        }
        var passedOver = due(job, next, through);
        return new Decision(skips(job, passedOver, OVERLAPPED), Optional.empty(), after(job, lastOf(passedOver)));
    }

    private static Decision each(JobSettings job, Instant next) {
        var fire = job.schedule().at(next, job.timeZone());
        return new Decision(List.of(), Optional.of(due(job, fire)), after(job, fire));
    }

    private Decision last(
            JobSettings job, List<FireTime> due, Instant through, Situation situation, Duration tolerance) {
        var last = lastOf(due);
        var following = after(job, last);
        var moreAreDue = due.size() == batch
                && following.filter(next -> !next.isAfter(through)).isPresent();
        var readySince =
                situation.lastEnd().filter(end -> end.isAfter(last.at())).orElse(last.at());
        var runsLast =
                !moreAreDue && Duration.between(readySince, situation.now()).compareTo(tolerance) <= 0;
        return new Decision(
                skips(job, runsLast ? due.subList(0, due.size() - 1) : due, MISSED),
                runsLast ? Optional.of(due(job, last)) : Optional.empty(),
                following);
    }

    private static Decision merged(JobSettings job, Instant next, Instant through) {
        var fire = job.schedule().at(next, job.timeZone());
        var window = job.dateRange().windowAt(fire, job.timeZone());
        var following = job.schedule().next(fire.at(), job.timeZone());
        while (following.isPresent() && !following.get().at().isAfter(through)) {
            fire = following.get();
            window = hull(window, job.dateRange().windowAt(fire, job.timeZone()));
            following = job.schedule().next(fire.at(), job.timeZone());
        }
        return new Decision(List.of(), Optional.of(new Due(fire.at(), window)), following.map(FireTime::at));
    }

    private static Window hull(Window one, Window other) {
        if (one instanceof Window.Interval first && other instanceof Window.Interval second) {
            return new Window.Interval(
                    first.from().isBefore(second.from()) ? first.from() : second.from(),
                    first.to().isAfter(second.to()) ? first.to() : second.to());
        }
        return new Window.Everything();
    }

    /** The fire times from the next one through an instant, at least one and at most a batch. */
    private List<FireTime> due(JobSettings job, Instant next, Instant through) {
        var due = new ArrayList<FireTime>();
        due.add(job.schedule().at(next, job.timeZone()));
        while (due.size() < batch) {
            var following = job.schedule().next(lastOf(due).at(), job.timeZone());
            if (following.isEmpty() || following.get().at().isAfter(through)) {
                break;
            }
            due.add(following.get());
        }
        return due;
    }

    private static List<Skip> skips(JobSettings job, List<FireTime> passedOver, String reason) {
        return passedOver.stream().map(fire -> new Skip(due(job, fire), reason)).toList();
    }

    private static Due due(JobSettings job, FireTime fire) {
        return new Due(fire.at(), job.dateRange().windowAt(fire, job.timeZone()));
    }

    private static Optional<Instant> after(JobSettings job, FireTime fire) {
        return job.schedule().nextFireTime(fire.at(), job.timeZone());
    }

    private static FireTime lastOf(List<FireTime> due) {
        return due.get(due.size() - 1);
    }

    /**
     * How a job stands.
     *
     * @param unended whether one of its runs is at work or waits
     * @param atWorkSince when its run at work was started
     * @param lastEnd when one of its runs ended last
     */
    record Situation(Instant now, boolean unended, Optional<Instant> atWorkSince, Optional<Instant> lastEnd) {}

    /** A fire time and its window. */
    record Due(Instant fireTime, Window window) {}

    /** @param reason for people */
    record Skip(Due due, String reason) {}

    /**
     * @param nextFireTime what the job is due for next; the same as before when it has to wait
     */
    record Decision(List<Skip> skips, Optional<Due> issue, Optional<Instant> nextFireTime) {
        /** Whether nothing is to be done now. */
        boolean isToWait() {
            return skips.isEmpty() && issue.isEmpty();
        }
    }
}
