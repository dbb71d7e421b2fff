package dev.longshore.scheduler.settings;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Instants as requests write them; to the microsecond, and within what a date column can hold. */
final class Instants {
    /** What a well-formed instant looks like, for messages. */
    static final String EXPECTED = "an instant such as 2026-11-23T14:05:00Z, between 1900 and 9999";

    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private Instants() {}

    /** @throws DateTimeException when the text is no instant or is out of bounds */
    static Instant parse(String text) {
        var instant = Instant.parse(text).truncatedTo(ChronoUnit.MICROS);
        if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
            throw new DateTimeException("out of bounds: " + text);
        }
        return instant;
    }
}
