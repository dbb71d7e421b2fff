package dev.longshore.scheduler.settings;

import dev.longshore.scheduler.window.DateRange;
import org.jspecify.annotations.Nullable;

/** Reads the date range of a job; null when it has problems, which are then in the fields' list. */
final class DateRangeReader {
    /** Far enough for any period, near enough that no window leaves the calendar. */
    private static final int MAX_AMOUNT = 10_000;

    /** Kinds of date range as JSON names them. */
    enum Kind {
        ALL,
        FIXED,
        LAST
    }

    private DateRangeReader() {}

    static @Nullable DateRange read(JsonFields fields) {
        var kind = fields.oneOf("kind", Kind.class);
        if (kind == null) {
            return null;
        }
        var range = switch (kind) {
            case ALL -> new DateRange.All();
            case FIXED -> fixed(fields);
            case LAST -> last(fields);
        };
        fields.refuseUnknown();
        return range;
    }

    private static @Nullable DateRange fixed(JsonFields fields) {
        var from = fields.parsed("from", Instants::parse, Instants.EXPECTED);
        var to = fields.parsed("to", Instants::parse, Instants.EXPECTED);
        if (from == null || to == null) {
            return null;
        }
        if (!from.isBefore(to)) {
            fields.refuse("to", "must lie after from");
            return null;
        }
        return new DateRange.Fixed(from, to);
    }

    private static @Nullable DateRange last(JsonFields fields) {
        var amount = fields.integer("amount", 1, MAX_AMOUNT);
        var unit = fields.oneOf("unit", DateRange.Unit.class);
        return amount == null || unit == null ? null : new DateRange.Last(amount, unit);
    }
}
