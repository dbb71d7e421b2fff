package dev.longshore.scheduler.schedule;

import java.time.LocalDateTime;
import java.time.LocalTime;

/**
 * Every day at a local time (P37).
 *
 * @param at local time of day
 */
public record Daily(LocalTime at) implements Recurring {
    @Override
    public LocalDateTime nextLocal(LocalDateTime after) {
        var today = after.toLocalDate().atTime(at);
        return today.isAfter(after) ? today : today.plusDays(1);
    }
}
