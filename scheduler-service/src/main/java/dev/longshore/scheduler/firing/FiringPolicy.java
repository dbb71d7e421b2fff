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
 * Decides what becomes of a job's due fire times: a pure function, so that a restart, a resumption, an edit and an
 * ordinary minute get the same answer. Passing over a fire time of a chain loses no data: the next run's window starts
 * where the last one ended.
 *
 * @param onTime how late the last fire time may be and still run under {@link MissedRuns#NONE}
 * @param batch most fire times that one decision passes over
 * @param catchUpLimit most fire times that {@link MissedRuns#EACH} and {@link MissedRuns#MERGED} catch up with; older
 *     ones are passed over
 */
record FiringPolicy(Duration onTime, int batch, int catchUpLimit) {
    private static final Duration ALWAYS = Duration.ofSeconds(Long.MAX_VALUE);

    static final String OVERLAPPED = "The run before it was still going when it was due";
    static final String MISSED = "It was missed, and the job's policy for missed runs passes over it";
    static final String BEYOND_LIMIT =
            "It was missed, and so were more runs after it than are caught up with: at most %d";
    static final String EXPORTED_BEFORE = "Everything up to it is in an earlier window, or before the job's first one";
    static final String HANDED_ON = "; its window is handed on to the next run";

    /**
     * @param next the job's next fire time, which is due
     * @param missedRuns the policy that holds for fire times up to {@code through}
     * @param through the last instant to be dealt with now; not after {@code now}
     */
    Decision decide(JobSettings job, Instant next, MissedRuns missedRuns, Instant through, Situation situation) {
        if (situation.unended()) {
            return whileBusy(job, next, through, situation);
        }
        return switch (missedRuns) {
            case EACH -> withinLimit(job, next, through, situation).orElseGet(() -> each(job, next, situation));
            case LATEST -> last(job, due(job, next, through, batch), through, situation, ALWAYS);
            case MERGED ->
                withinLimit(job, next, through, situation).orElseGet(() -> merged(job, next, through, situation));
            case NONE -> last(job, due(job, next, through, batch), through, situation, onTime);
        };
    }

    /**
     * A fire time overlaps when a run was at work as it came. One that was due before that run began is a missed one
     * that waits for its turn.
     */
    private Decision whileBusy(JobSettings job, Instant next, Instant through, Situation situation) {
        var atWorkSince = situation.atWorkSince();
        if (job.overlap() == Overlap.WAIT
                || atWorkSince.isEmpty()
                || !atWorkSince.get().isBefore(next)) {
            return new Decision(List.of(), Optional.empty(), Optional.of(next));
        }
        return passOver(job, due(job, next, through, batch), OVERLAPPED, situation);
    }

    /** Passes over the oldest fire times when there are too many to catch up with; empty when there are not. */
    private Optional<Decision> withinLimit(JobSettings job, Instant next, Instant through, Situation situation) {
        var due = due(job, next, through, batch + catchUpLimit);
        var tooMany = Math.min(due.size() - catchUpLimit, batch);
        return tooMany <= 0
                ? Optional.empty()
                : Optional.of(passOver(job, due.subList(0, tooMany), BEYOND_LIMIT.formatted(catchUpLimit), situation));
    }

    private static Decision each(JobSettings job, Instant next, Situation situation) {
        var fire = job.schedule().at(next, job.timeZone());
        return issue(job, new Due(fire.at(), window(job, fire, situation)), List.of());
    }

    private Decision last(
            JobSettings job, List<FireTime> due, Instant through, Situation situation, Duration tolerance) {
        var last = lastOf(due);
        var moreAreDue = due.size() == batch
                && after(job, last.at()).filter(next -> !next.isAfter(through)).isPresent();
        var readySince =
                situation.lastEnd().filter(end -> end.isAfter(last.at())).orElse(last.at());
        var runsLast =
                !moreAreDue && Duration.between(readySince, situation.now()).compareTo(tolerance) <= 0;
        return runsLast
                ? issue(
                        job,
                        new Due(last.at(), window(job, last, situation)),
                        skips(job, due.subList(0, due.size() - 1), MISSED, situation))
                : passOver(job, due, MISSED, situation);
    }

    private Decision merged(JobSettings job, Instant next, Instant through, Situation situation) {
        var due = due(job, next, through, catchUpLimit);
        // The last window of a chain reaches back over the others; of other date ranges each adds its own.
        var merging = job.hasChain() ? due.subList(due.size() - 1, due.size()) : due;
        var window = merging.stream()
                .map(fire -> window(job, fire, situation))
                .reduce(FiringPolicy::hull)
                .orElseThrow();
        return issue(job, new Due(lastOf(due).at(), window), List.of());
    }

    private static Window hull(Window one, Window other) {
        if (one instanceof Window.Interval first && other instanceof Window.Interval second) {
            return new Window.Interval(
                    first.from().isBefore(second.from()) ? first.from() : second.from(),
                    first.to().isAfter(second.to()) ? first.to() : second.to());
        }
        return new Window.Everything();
    }

    /** The fire times from the next one through an instant, at least one and at most so many. */
    private static List<FireTime> due(JobSettings job, Instant next, Instant through, int most) {
        var due = new ArrayList<FireTime>();
        due.add(job.schedule().at(next, job.timeZone()));
        while (due.size() < most) {
            var following = job.schedule().next(lastOf(due).at(), job.timeZone());
            if (following.isEmpty() || following.get().at().isAfter(through)) {
                break;
            }
            due.add(following.get());
        }
        return due;
    }

    /** A chain has no empty windows: a fire time whose window would be one is passed over. */
    private static Decision issue(JobSettings job, Due due, List<Skip> before) {
        var following = after(job, due.fireTime());
        if (job.hasChain() && due.window().isEmpty()) {
            var skips = new ArrayList<>(before);
            skips.add(new Skip(due, EXPORTED_BEFORE));
            return new Decision(skips, Optional.empty(), following);
        }
        return new Decision(before, Optional.of(due), following);
    }

    private static Decision passOver(JobSettings job, List<FireTime> fireTimes, String reason, Situation situation) {
        return new Decision(
                skips(job, fireTimes, reason, situation),
                Optional.empty(),
                after(job, lastOf(fireTimes).at()));
    }

    private static List<Skip> skips(JobSettings job, List<FireTime> passedOver, String reason, Situation situation) {
        return passedOver.stream()
                .map(fire -> new Skip(
                        new Due(fire.at(), window(job, fire, situation)), job.hasChain() ? reason + HANDED_ON : reason))
                .toList();
    }

    private static Window window(JobSettings job, FireTime fire, Situation situation) {
        return job.windowAt(fire, situation.chainEnd());
    }

    private static Optional<Instant> after(JobSettings job, Instant fireTime) {
        return job.schedule().nextFireTime(fireTime, job.timeZone());
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
     * @param chainEnd where its chain of windows ends so far, if it has one
     */
    record Situation(
            Instant now,
            boolean unended,
            Optional<Instant> atWorkSince,
            Optional<Instant> lastEnd,
            Optional<Instant> chainEnd) {}

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
