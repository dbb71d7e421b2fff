package dev.longshore.scheduler.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A schedule that is a grid of local times without end. */
sealed interface Recurring extends Schedule permits Hourly, Daily, Weekly, Monthly {
    /** The first local time of the grid strictly after another. */
    LocalDateTime nextLocal(LocalDateTime after);

    /**
     * Every local time up to the one that {@code after} shows has fired by then, as {@link LocalTimes#resolve} never
     * falls; of those that follow, some may have fired too, when {@code after} lies in the second pass of an overlap.
     */
    @Override
    default Optional<FireTime> next(Instant after, ZoneId zone) {
        var local = nextLocal(LocalDateTime.ofInstant(after, zone));
        var at = LocalTimes.resolve(local, zone);
        while (!at.isAfter(after)) {
            local = nextLocal(local);
            at = LocalTimes.resolve(local, zone);
        }
        return Optional.of(new FireTime(at, local));
    }

    /** Looks back further and further until a fire time is found: the 29th of February may be eight years away. */
    @Override
    default Optional<FireTime> previous(Instant before, ZoneId zone) {
        for (var days = 1; ; days *= 2) {
            var fire = next(before.minus(Duration.ofDays(days)), zone).orElseThrow();
            if (fire.at().isBefore(before)) {
                return Optional.of(lastBefore(before, fire, zone));
            }
        }
    }

    private FireTime lastBefore(Instant before, FireTime first, ZoneId zone) {
        var last = first;
        for (var fire = first;
                fire.at().isBefore(before);
                fire = next(fire.at(), zone).orElseThrow()) {
            last = fire;
        }
        return last;
    }

    @Override
    default List<LocalDateTime> nominalTimes(FireTime fire, ZoneId zone) {
        var nominal = new ArrayList<LocalDateTime>();
        for (var local = fire.firstNominal();
                LocalTimes.resolve(local, zone).equals(fire.at());
                local = nextLocal(local)) {
            nominal.add(local);
        }
        return nominal;
    }
}
