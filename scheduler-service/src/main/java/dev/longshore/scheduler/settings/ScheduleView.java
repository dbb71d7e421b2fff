package dev.longshore.scheduler.settings;

import dev.longshore.scheduler.schedule.Daily;
import dev.longshore.scheduler.schedule.Hourly;
import dev.longshore.scheduler.schedule.Monthly;
import dev.longshore.scheduler.schedule.OnceAt;
import dev.longshore.scheduler.schedule.Schedule;
import dev.longshore.scheduler.schedule.Weekly;
import dev.longshore.scheduler.settings.ScheduleReader.Kind;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.DayOfWeek;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A schedule as JSON: its kind and the fields of that kind. */
@Schema(
        name = "Schedule",
        description = "When the job runs",
        oneOf = {
            ScheduleView.OnceView.class,
            ScheduleView.HourlyView.class,
            ScheduleView.DailyView.class,
            ScheduleView.WeeklyView.class,
            ScheduleView.NumberedDayView.class,
            ScheduleView.LastDayView.class
        })
public sealed interface ScheduleView {
    static ScheduleView of(Schedule schedule) {
        if (schedule instanceof Hourly hourly) {
            return new HourlyView(Kind.HOURLY, hourly.everyHours(), hourly.minute());
        }
        if (schedule instanceof Daily daily) {
            return new DailyView(Kind.DAILY, daily.at().toString());
        }
        if (schedule instanceof Weekly weekly) {
            return new WeeklyView(Kind.WEEKLY, weekly.dayOfWeek(), weekly.at().toString());
        }
        if (schedule instanceof Monthly monthly) {
            var at = monthly.at().toString();
            return monthly.day() instanceof Monthly.Numbered day
                    ? new NumberedDayView(Kind.MONTHLY, day.number(), day.shortMonths(), at)
                    : new LastDayView(Kind.MONTHLY, "LAST", at);
        }
        return new OnceView(Kind.ONCE, schedule instanceof OnceAt once ? once.startAt() : null);
    }

    @Schema(name = "Once")
    record OnceView(
            @Schema(allowableValues = "ONCE") Kind kind,

            @Schema(description = "when it starts; null to start immediately", nullable = true) @Nullable
            Instant startAt)
            implements ScheduleView {}

    @Schema(name = "Hourly")
    record HourlyView(
            @Schema(allowableValues = "HOURLY") Kind kind,

            @Schema(description = "hours between runs, counted from 00:00", minimum = "1", maximum = "23")
            int everyHours,

            @Schema(description = "minute past the hour", minimum = "0", maximum = "59")
            int minute)
            implements ScheduleView {}

    @Schema(name = "Daily")
    record DailyView(
            @Schema(allowableValues = "DAILY") Kind kind,

            @Schema(description = "local time", example = "02:30")
            String at)
            implements ScheduleView {}

    @Schema(name = "Weekly")
    record WeeklyView(
            @Schema(allowableValues = "WEEKLY") Kind kind,
            DayOfWeek dayOfWeek,

            @Schema(description = "local time", example = "02:30")
            String at)
            implements ScheduleView {}

    @Schema(name = "MonthlyOnADay")
    record NumberedDayView(
            @Schema(allowableValues = "MONTHLY") Kind kind,
            @Schema(minimum = "1", maximum = "31") int dayOfMonth,

            @Schema(description = "what happens in months that lack the day; SKIP when absent")
            Monthly.ShortMonths shortMonths,

            @Schema(description = "local time", example = "02:30")
            String at)
            implements ScheduleView {}

    @Schema(name = "MonthlyOnTheLastDay")
    record LastDayView(
            @Schema(allowableValues = "MONTHLY") Kind kind,
            @Schema(allowableValues = "LAST") String dayOfMonth,

            @Schema(description = "local time", example = "02:30")
            String at)
            implements ScheduleView {}
}
