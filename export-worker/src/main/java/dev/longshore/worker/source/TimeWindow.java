package dev.longshore.worker.source;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The half-open interval [from, to) of the date column that a run exports. Null is open: a bound that is not there excludes
 * nothing on its side. The window without bounds holds every record, also those whose date is null or infinite; a window with
 * any bound holds no record without a date. A window may end where it begins and is then empty: a relative range can meet a gap of
 * the local time (P45).
 *
 * @param from first instant inside; microseconds count, finer parts must be zero
 * @param to first instant outside
 */
public record TimeWindow(@Nullable Instant from, @Nullable Instant to) {
    public static final TimeWindow ALL = new TimeWindow(null, null);

    public TimeWindow {
        if (from != null && to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("window ends before it begins: %s..%s".formatted(from, to));
        }
    }

    public boolean hasNoBounds() {
        return from == null && to == null;
    }
}
