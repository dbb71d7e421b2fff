package dev.longshore.scheduler.settings;

import dev.longshore.scheduler.schedule.Daily;
import dev.longshore.scheduler.schedule.Hourly;
import dev.longshore.scheduler.schedule.Immediately;
import dev.longshore.scheduler.schedule.Monthly;
import dev.longshore.scheduler.schedule.OnceAt;
import dev.longshore.scheduler.schedule.Schedule;
import dev.longshore.scheduler.schedule.Weekly;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import org.jspecify.annotations.Nullable;

/** Reads the schedule of a job; null when it has problems, which are then in the fields' list. */
final class ScheduleReader {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm").withResolverStyle(ResolverStyle.STRICT);
    private static final String LAST = "LAST";

    /** Kinds of schedule as JSON names them (P28). */
    enum Kind {
        ONCE,
        HOURLY,
        DAILY,
        WEEKLY,
        MONTHLY
    }

    private ScheduleReader() {}

    /** @param startAfter a one-time start must lie after this */
    static @Nullable Schedule read(JsonFields fields, Instant startAfter) {
        var kind = fields.oneOf("kind", Kind.class);
        if (kind == null) {
            return null;
        }
        var schedule = switch (kind) {
            case ONCE -> once(fields, startAfter);
            case HOURLY -> hourly(fields);
            case DAILY -> daily(fields);
            case WEEKLY -> weekly(fields);
            case MONTHLY -> monthly(fields);
        };
        fields.refuseUnknown();
        return schedule;
    }

    private static @Nullable Schedule once(JsonFields fields, Instant startAfter) {
        if (!fields.has("startAt")) {
            return new Immediately();
        }
        var startAt = fields.parsed("startAt", Instants::parse, Instants.EXPECTED);
        if (startAt == null) {
            return null;
        }
        if (!startAt.isAfter(startAfter)) {
            fields.refuse("startAt", "must lie in the future; leave it null to start immediately");
            return null;
        }
        return new OnceAt(startAt);
    }

    private static @Nullable Schedule hourly(JsonFields fields) {
        var everyHours = fields.integer("everyHours", 1, 23);
        var minute = fields.integer("minute", 0, 59);
        return everyHours == null || minute == null ? null : new Hourly(everyHours, minute);
    }

    private static @Nullable Schedule daily(JsonFields fields) {
        var at = time(fields);
        return at == null ? null : new Daily(at);
    }

    private static @Nullable Schedule weekly(JsonFields fields) {
        var dayOfWeek = fields.oneOf("dayOfWeek", DayOfWeek.class);
        var at = time(fields);
        return dayOfWeek == null || at == null ? null : new Weekly(dayOfWeek, at);
    }

    private static @Nullable Schedule monthly(JsonFields fields) {
        var day = dayOfMonth(fields);
        var at = time(fields);
        return day == null || at == null ? null : new Monthly(day, at);
    }

    private static Monthly.@Nullable Day dayOfMonth(JsonFields fields) {
        var value = fields.raw("dayOfMonth");
        if (value != null && value.isString() && value.asString().equals(LAST)) {
            return new Monthly.Last();
        }
        if (value != null && !value.isNull() && !value.isIntegralNumber()) {
            fields.refuse("dayOfMonth", "must be a whole number between 1 and 31, or \"LAST\"");
            fields.allow("shortMonths");
            return null;
        }
        var number = fields.integer("dayOfMonth", 1, 31);
        var shortMonths = fields.has("shortMonths")
                ? fields.oneOf("shortMonths", Monthly.ShortMonths.class)
                : Monthly.ShortMonths.SKIP;
        return number == null || shortMonths == null ? null : new Monthly.Numbered(number, shortMonths);
    }

    private static @Nullable LocalTime time(JsonFields fields) {
        return fields.parsed("at", text -> LocalTime.parse(text, TIME), "a local time such as 02:30, 00:00 to 23:59");
    }
}
