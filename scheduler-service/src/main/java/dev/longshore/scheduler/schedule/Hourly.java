package dev.longshore.scheduler.schedule;

import java.time.LocalDateTime;
import java.time.LocalTime;

/**
 * Every n hours, counted from 00:00 local time; the grid restarts each midnight when n does not divide 24 (P34..P36).
 *
 * @param everyHours 1..23
 * @param minute minute past the hour, 0..59
 */
public record Hourly(int everyHours, int minute) implements Recurring {
    private static final int HOURS_A_DAY = 24;

    public Hourly {
        if (everyHours < 1 || everyHours >= HOURS_A_DAY) {
            throw new IllegalArgumentException("everyHours is not 1..23: " + everyHours);
        }
        if (minute < 0 || minute > 59) {
            throw new IllegalArgumentException("minute is not 0..59: " + minute);
        }
    }

    @Override
    public LocalDateTime nextLocal(LocalDateTime after) {
        for (int hour = after.getHour() / everyHours * everyHours; hour < HOURS_A_DAY; hour += everyHours) {
            var candidate = after.toLocalDate().atTime(hour, minute);
            if (candidate.isAfter(after)) {
                return candidate;
            }
        }
        return after.toLocalDate().plusDays(1).atTime(LocalTime.of(0, minute));
    }
}
