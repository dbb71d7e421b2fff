package dev.longshore.scheduler.schedule;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * When a job is due (P28). A schedule is a set of local times; the zone, and the clock changes in it, are arguments.
 * The preview and the firing of jobs ask the same functions.
 */
public sealed interface Schedule permits Immediately, OnceAt, Recurring {
    /** The first fire time strictly after an instant; empty when there is none any more. */
    Optional<FireTime> next(Instant after, ZoneId zone);

    /** The last fire time strictly before an instant; empty when there was none. */
    Optional<FireTime> previous(Instant before, ZoneId zone);

    /**
     * The local times of the grid that are due at a fire time, in rising order: more than one when a clock change makes
     * them coincide (P36).
     */
    default List<LocalDateTime> nominalTimes(FireTime fire, ZoneId zone) {
        return List.of(fire.firstNominal());
    }

    /** The instant of {@link #next}. */
    default Optional<Instant> nextFireTime(Instant after, ZoneId zone) {
        return next(after, zone).map(FireTime::at);
    }

    /** The fire time at an instant that this schedule or an earlier version of it named. */
    default FireTime at(Instant fireTime, ZoneId zone) {
        return next(fireTime.minusNanos(1), zone)
                .filter(fire -> fire.at().equals(fireTime))
                .orElseGet(() -> FireTime.of(fireTime, zone));
    }

    /** Whether the job runs one time only (P33). */
    default boolean isOneTime() {
        return !(this instanceof Recurring);
    }
}
