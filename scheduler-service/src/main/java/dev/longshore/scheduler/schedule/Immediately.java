package dev.longshore.scheduler.schedule;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** One time only, as soon as the job is saved (P31): never due by the clock. */
public record Immediately() implements Schedule {
    @Override
    public Optional<FireTime> next(Instant after, ZoneId zone) {
        return Optional.empty();
    }

    @Override
    public Optional<FireTime> previous(Instant before, ZoneId zone) {
        return Optional.empty();
    }
}
