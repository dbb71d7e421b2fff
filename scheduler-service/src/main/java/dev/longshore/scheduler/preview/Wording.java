package dev.longshore.scheduler.preview;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;

/**
 * Instants as sentences name them: in the job's zone, and with the year only when it is not plain.
 *
 * @param now instants near this are named without their year
 */
record Wording(ZoneId zone, Instant now) {
    private static final Duration BEFORE = Duration.ofDays(31);
    private static final Duration AFTER = Duration.ofDays(334);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_OF_YEAR = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    /** Day and time, for example "28 January 02:30". */
    String at(Instant instant) {
        return day(instant) + " " + timeOf(instant.atZone(zone));
    }

    String day(Instant instant) {
        var plain = !instant.isBefore(now.minus(BEFORE)) && instant.isBefore(now.plus(AFTER));
        return instant.atZone(zone).format(plain ? DAY : DAY_OF_YEAR);
    }

    /** A span; by its days alone when both ends are at the same time of day. */
    String span(Instant from, Instant to) {
        var sameTime = from.atZone(zone).toLocalTime().equals(to.atZone(zone).toLocalTime());
        return sameTime ? day(from) + " to " + day(to) : at(from) + " to " + at(to);
    }

    String localTimeAt(Instant instant) {
        return timeOf(instant.atZone(zone));
    }

    static String times(List<LocalDateTime> local) {
        return inWords(local.stream().map(time -> TIME.format(time)).toList());
    }

    static String time(LocalTime local) {
        return TIME.format(local);
    }

    static String months(List<Month> months) {
        return inWords(months.stream()
                .map(month -> month.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
                .toList());
    }

    private static String timeOf(ZonedDateTime time) {
        return time.getSecond() == 0 && time.getNano() == 0
                ? TIME.format(time)
                : time.toLocalTime().toString();
    }

    private static String inWords(List<String> names) {
        return names.size() == 1
                ? names.get(0)
                : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.get(names.size() - 1);
    }
}
