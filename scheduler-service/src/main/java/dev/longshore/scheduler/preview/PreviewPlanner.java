package dev.longshore.scheduler.preview;

import dev.longshore.scheduler.preview.PreviewView.FireTimeView;
import dev.longshore.scheduler.preview.PreviewView.WindowView;
import dev.longshore.scheduler.schedule.FireTime;
import dev.longshore.scheduler.schedule.Immediately;
import dev.longshore.scheduler.schedule.Monthly;
import dev.longshore.scheduler.settings.JobSettings;
import java.time.Instant;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Looks ahead with the functions that fire jobs. */
final class PreviewPlanner {
    private PreviewPlanner() {}

    static PreviewView preview(JobSettings job, Instant now, int count) {
        var fireTimes = new ArrayList<FireTimeView>();
        var next = first(job, now);
        while (next.isPresent() && fireTimes.size() < count) {
            fireTimes.add(view(job, next.get()));
            next = job.schedule().next(next.get().at(), job.timeZone());
        }
        return new PreviewView(fireTimes, notes(job));
    }

    private static Optional<FireTime> first(JobSettings job, Instant now) {
        return job.schedule() instanceof Immediately
                ? Optional.of(FireTime.of(now, job.timeZone()))
                : job.schedule().next(now, job.timeZone());
    }

    private static FireTimeView view(JobSettings job, FireTime fire) {
        var window = job.dateRange().windowAt(fire, job.timeZone());
        return new FireTimeView(
                fire.at(),
                fire.at().atZone(job.timeZone()).toString(),
                new WindowView(window.start().orElse(null), window.end().orElse(null)));
    }

    private static List<String> notes(JobSettings job) {
        if (!(job.schedule() instanceof Monthly monthly)
                || monthly.skippedMonths().isEmpty()) {
            return List.of();
        }
        var months = monthly.skippedMonths();
        var leapYears = months.equals(List.of(Month.FEBRUARY))
                && monthly.day()
                        .in(java.time.YearMonth.of(2024, Month.FEBRUARY))
                        .isPresent();
        return List.of("Does not run in " + inWords(months) + (leapYears ? ", except in leap years" : ""));
    }

    private static String inWords(List<Month> months) {
        var names = months.stream()
                .map(month -> month.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
                .toList();
        return names.size() == 1
                ? names.get(0)
                : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.get(names.size() - 1);
    }
}
