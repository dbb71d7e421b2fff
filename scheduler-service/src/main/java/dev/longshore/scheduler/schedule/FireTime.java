package dev.longshore.scheduler.schedule;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * An instant at which a job is due.
 *
 * @param at the instant
 * @param firstNominal the local time that the schedule names for it; when a clock change makes several local times
 *     coincide at this instant, the first of them, so that the window reaches back over all of them (P36)
 */
public record FireTime(Instant at, LocalDateTime firstNominal) {
    /** A fire time that no grid names: a one-time start or a run asked for by hand. */
    public static FireTime of(Instant at, ZoneId zone) {
        return new FireTime(at, LocalDateTime.ofInstant(at, zone));
    }
}
