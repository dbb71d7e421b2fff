package dev.longshore.scheduler.schedule;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;

/**
 * Every week at a day and local time (P38).
 *
 * @param dayOfWeek day of the week
 * @param at local time of day
 */
public record Weekly(DayOfWeek dayOfWeek, LocalTime at) implements Recurring {
    @Override
    public LocalDateTime nextLocal(LocalDateTime after) {
        var thisWeek = after.toLocalDate()
                .with(TemporalAdjusters.nextOrSame(dayOfWeek))
                .atTime(at);
        return thisWeek.isAfter(after) ? thisWeek : thisWeek.plusWeeks(1);
    }
}
