package dev.longshore.scheduler.schedule;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * One time only, at a date and time (P32).
 *
 * @param startAt when
 */
public record OnceAt(Instant startAt) implements Schedule {
    @Override
    public Optional<FireTime> next(Instant after, ZoneId zone) {
        return startAt.isAfter(after) ? Optional.of(FireTime.of(startAt, zone)) : Optional.empty();
    }

    @Override
    public Optional<FireTime> previous(Instant before, ZoneId zone) {
        return startAt.isBefore(before) ? Optional.of(FireTime.of(startAt, zone)) : Optional.empty();
    }
}
