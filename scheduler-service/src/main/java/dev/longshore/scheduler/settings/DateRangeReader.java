package dev.longshore.scheduler.settings;

import dev.longshore.scheduler.schedule.Schedule;
import dev.longshore.scheduler.window.DateRange;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the date range of a job; null when it has problems, which are then in the fields' list. */
final class DateRangeReader {
    /** Far enough for any period, near enough that no window leaves the calendar. */
    private static final int MAX_AMOUNT = 10_000;

    /** Kinds of date range as JSON names them. */
    enum Kind {
        ALL,
        FIXED,
        LAST,
        SINCE_LAST
    }

    private DateRangeReader() {}

    /** @param schedule of the same job; null when it has problems of its own */
    static @Nullable DateRange read(JsonFields fields, @Nullable Schedule schedule) {
        var kind = fields.oneOf("kind", Kind.class);
        if (kind == null) {
            return null;
        }
        var range = switch (kind) {
            case ALL -> new DateRange.All();
            case FIXED -> fixed(fields);
            case LAST -> last(fields);
            case SINCE_LAST -> sinceLast(fields, schedule);
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

    private static @Nullable DateRange sinceLast(JsonFields fields, @Nullable Schedule schedule) {
        if (schedule != null && schedule.isOneTime()) {
            fields.refuse("kind", "must be ALL, FIXED or LAST for a job that runs one time: it has no previous window");
            fields.allow("from");
            return null;
        }
        if (!fields.has("from")) {
            return new DateRange.SinceLast(Optional.empty());
        }
        var from = fields.parsed("from", Instants::parse, Instants.EXPECTED);
        return from == null ? null : new DateRange.SinceLast(Optional.of(from));
    }

    private static @Nullable DateRange last(JsonFields fields) {
        var amount = fields.integer("amount", 1, MAX_AMOUNT);
        var unit = fields.oneOf("unit", DateRange.Unit.class);
        return amount == null || unit == null ? null : new DateRange.Last(amount, unit);
    }
}
