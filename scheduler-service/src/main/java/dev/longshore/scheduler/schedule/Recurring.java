package dev.longshore.scheduler.schedule;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
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
}
