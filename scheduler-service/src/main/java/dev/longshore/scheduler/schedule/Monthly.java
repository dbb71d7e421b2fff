package dev.longshore.scheduler.schedule;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Every month at a day and local time (P39, P40).
 *
 * @param day which day
 * @param at local time of day
 */
public record Monthly(Day day, LocalTime at) implements Recurring {
    /** A day of the month. */
    public sealed interface Day {
        /** Day of that month; empty when the month has no such day and is passed over (P41). */
        Optional<Integer> in(YearMonth month);
    }

    /**
     * A numbered day.
     *
     * @param number 1..31
     * @param shortMonths what happens in months that lack it
     */
    public record Numbered(int number, ShortMonths shortMonths) implements Day {
        public Numbered {
            if (number < 1 || number > 31) {
                throw new IllegalArgumentException("day of month is not 1..31: " + number);
            }
        }

        @Override
        public Optional<Integer> in(YearMonth month) {
            if (month.isValidDay(number)) {
                return Optional.of(number);
            }
            return shortMonths == ShortMonths.LAST_DAY ? Optional.of(month.lengthOfMonth()) : Optional.empty();
        }
    }

    /** The last day of every month. */
    public record Last() implements Day {
        @Override
        public Optional<Integer> in(YearMonth month) {
            return Optional.of(month.lengthOfMonth());
        }
    }

    /** What a job does in a month that lacks its day (P41). */
    public enum ShortMonths {
        SKIP,
        LAST_DAY
    }

    @Override
    public LocalDateTime nextLocal(LocalDateTime after) {
        for (var month = YearMonth.from(after); ; month = month.plusMonths(1)) {
            var candidate = day.in(month).map(month::atDay).map(date -> date.atTime(at));
            if (candidate.isPresent() && candidate.get().isAfter(after)) {
                return candidate.get();
            }
        }
    }

    /** The months without a fire time in every year; February counts when only leap years have the day. */
    public List<Month> skippedMonths() {
        var commonYear = 2023;
        return Arrays.stream(Month.values())
                .filter(month -> day.in(YearMonth.of(commonYear, month)).isEmpty())
                .toList();
    }
}
