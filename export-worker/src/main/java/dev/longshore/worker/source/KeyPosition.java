package dev.longshore.worker.source;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Place of a record in the total order of its type: by date, records without a date last, then by key.
 *
 * <p>Keys are ordered by the collation of the source's own key column, not by one of ours: only so can its index serve the
 * order. The order is still total, because PostgreSQL breaks ties of equal-sorting texts by their bytes, and positions are
 * only ever compared by the source, so workers on different machines cannot disagree. What another collation (a dump restored
 * on another server, an upgrade of its ICU library) would change is the order of records within one microsecond, never which
 * records a run holds.
 *
 * @param date the date as PostgreSQL writes it with {@code DateStyle ISO} and {@code TimeZone UTC}, to the microsecond, also
 *     {@code infinity}, {@code -infinity} and years BC; null for a record without a date
 * @param key the record's key
 */
record KeyPosition(@Nullable String date, String key) {
    private static final Pattern DATE =
            Pattern.compile("-?infinity|\\d{4,6}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d(\\.\\d{1,6})?\\+00( BC)?");

    public KeyPosition {
        if (date != null && !DATE.matcher(date).matches()) {
            throw new IllegalArgumentException("not a date as the source writes it");
        }
    }
}
