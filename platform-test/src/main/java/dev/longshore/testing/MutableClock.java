package dev.longshore.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** A clock that stands still until the test moves it. Keeps whole microseconds, as the database does. Thread-safe. */
public final class MutableClock implements InstantSource {
    private Instant now;

    private MutableClock(Instant start) {
        this.now = micros(start);
    }

    /** A clock that shows this instant. */
    public static MutableClock at(Instant start) {
        return new MutableClock(start);
    }

    /** A clock that shows this instant, in ISO 8601, for example {@code 2026-03-29T00:59:59Z}. */
    public static MutableClock at(String start) {
        return at(Instant.parse(start));
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    /** Moves the clock, backwards too, and returns what it shows now. */
    public synchronized Instant advance(Duration amount) {
        now = micros(now.plus(amount));
        return now;
    }

    /** Sets the clock, to an earlier instant too. */
    public synchronized void set(Instant instant) {
        now = micros(instant);
    }

    private static Instant micros(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public String toString() {
        return "MutableClock[" + instant() + "]";
    }
}
