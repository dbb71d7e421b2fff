package dev.longshore.platform.time;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** Instants as PostgreSQL keeps them, so that what is stored equals what is held. */
public final class Micros {
    private Micros() {}

    /** The present, cut to whole microseconds. */
    public static Instant now(InstantSource clock) {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
