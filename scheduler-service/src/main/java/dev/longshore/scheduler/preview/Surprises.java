package dev.longshore.scheduler.preview;

import dev.longshore.scheduler.preview.Outlook.PlannedRun;
import dev.longshore.scheduler.schedule.Hourly;
import dev.longshore.scheduler.schedule.Monthly;
import dev.longshore.scheduler.window.DateRange;
import dev.longshore.scheduler.window.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an administrator may not expect of a job's coming runs, in sentences. A pure function of its outlook. */
final class Surprises {
    private static final int MOST_OF_A_KIND = 3;
    private static final Duration DAY = Duration.ofDays(1);

    private final Outlook outlook;
    private final Wording wording;

    private Surprises(Outlook outlook) {
        this.outlook = outlook;
        this.wording = new Wording(outlook.job().timeZone(), outlook.now());
    }

    static List<String> in(Outlook outlook) {
        var surprises = new Surprises(outlook);
        var sentences = new ArrayList<String>();
        surprises.skippedMonths().ifPresent(sentences::add);
        surprises.unevenHours().ifPresent(sentences::add);
        surprises.fireTimesBeforeTheChain().ifPresent(sentences::add);
        sentences.addAll(surprises.seams());
        sentences.addAll(shortened(surprises.clockChanges()));
        return sentences;
    }

    /** P41. */
    private Optional<String> skippedMonths() {
        if (!(outlook.job().schedule() instanceof Monthly monthly)
                || monthly.skippedMonths().isEmpty()) {
            return Optional.empty();
        }
        var months = monthly.skippedMonths();
        var leapYears = months.equals(List.of(Month.FEBRUARY))
                && monthly.day().in(YearMonth.of(2024, Month.FEBRUARY)).isPresent();
        return Optional.of("Does not run in " + Wording.months(months) + (leapYears ? ", except in leap years" : ""));
    }

    /** P36: the grid restarts each midnight. */
    private Optional<String> unevenHours() {
        if (!(outlook.job().schedule() instanceof Hourly hourly) || DAY.toHours() % hourly.everyHours() == 0) {
            return Optional.empty();
        }
        var rest = (int) DAY.toHours() % hourly.everyHours();
        var last = LocalTime.of((int) DAY.toHours() - rest, hourly.minute());
        return Optional.of("The hours are counted from 00:00 each day: the run at %s is followed by one at %s"
                .formatted(Wording.time(last), Wording.time(LocalTime.of(0, hourly.minute()))));
    }

    private Optional<String> fireTimesBeforeTheChain() {
        var runs = outlook.runs();
        if (!outlook.job().hasChain() || runs.isEmpty() || !runs.get(0).window().isEmpty()) {
            return Optional.empty();
        }
        return runs.stream()
                .filter(run -> !run.window().isEmpty())
                .findFirst()
                .map(run -> "Does not run before %s: the first window starts at %s"
                        .formatted(
                                wording.at(run.fire().at()),
                                wording.at(run.window().start().orElseThrow())));
    }

    /** Where the windows of consecutive runs do not share their edge; fixed windows are not meant to. */
    private List<String> seams() {
        if (!(outlook.job().dateRange() instanceof DateRange.Last)) {
            return List.of();
        }
        var gaps = new ArrayList<String>();
        var overlaps = new ArrayList<String>();
        var runs = outlook.runs();
        for (int i = 1; i < runs.size(); i++) {
            var end = interval(runs.get(i - 1)).to();
            var start = interval(runs.get(i)).from();
            if (end.isBefore(start)) {
                gaps.add(wording.span(end, start) + " is not exported by this job");
            } else if (start.isBefore(end)) {
                overlaps.add(wording.span(start, end) + " is exported more than once");
            }
        }
        var sentences = new ArrayList<>(shortened(gaps));
        sentences.addAll(shortened(overlaps));
        return sentences;
    }

    /** P36, P45. */
    private List<String> clockChanges() {
        var job = outlook.job();
        var sentences = new ArrayList<String>();
        for (var run : outlook.runs()) {
            var change = job.timeZone().getRules().getTransition(run.fire().firstNominal());
            if (change != null) {
                sentences.add(
                        change.isGap()
                                ? inGap(run)
                                : twice(run.fire().at(), run.fire().firstNominal()));
            }
        }
        return sentences;
    }

    private String inGap(PlannedRun run) {
        var at = run.fire().at();
        var nominal =
                outlook.job().schedule().nominalTimes(run.fire(), outlook.job().timeZone());
        if (nominal.size() == 1) {
            return "On %s the clocks go forward: there is no %s, the run starts at %s"
                    .formatted(wording.day(at), Wording.times(nominal), wording.localTimeAt(at));
        }
        var union = outlook.job().dateRange() instanceof DateRange.Last ? ", whose window is the union of theirs" : "";
        return "On %s the clocks go forward: %s are one run at %s%s"
                .formatted(wording.day(at), Wording.times(nominal), wording.localTimeAt(at), union);
    }

    private String twice(Instant at, LocalDateTime nominal) {
        return "On %s the clocks go back: %s comes twice, the run starts at the first"
                .formatted(wording.day(at), Wording.times(List.of(nominal)));
    }

    private static Window.Interval interval(PlannedRun run) {
        return (Window.Interval) run.window();
    }

    private static List<String> shortened(List<String> sentences) {
        if (sentences.size() <= MOST_OF_A_KIND) {
            return sentences;
        }
        var shown = new ArrayList<>(sentences.subList(0, MOST_OF_A_KIND));
        shown.add("and so on: %d times in the next year".formatted(sentences.size()));
        return shown;
    }
}
