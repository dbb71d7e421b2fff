package dev.longshore.history.run;

import dev.longshore.platform.web.InvalidRequestException;
import dev.longshore.platform.web.NotFoundException;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Timelines of runs. */
@Component
class TimelineService {
    private static final Pattern CURSOR = Pattern.compile("(\\d)-(\\d{1,9})-(\\d{1,18})");

    private final RunDao runs;
    private final TimelineDao timelines;

    TimelineService(RunDao runs, TimelineDao timelines) {
        this.runs = runs;
        this.timelines = timelines;
    }

    @Transactional(readOnly = true)
    public TimelineView timeline(UUID runId, @Nullable String cursor, int limit) {
        RunRow run = runs.findRun(runId).orElseThrow(() -> new NotFoundException("There is no run " + runId));
        int step = 0;
        int number = 0;
        long epoch = 0;
        if (cursor != null) {
            Matcher parts = CURSOR.matcher(cursor);
            if (!parts.matches()) {
                throw InvalidRequestException.of("cursor", cursor, "must be the nextCursor of a page of a timeline");
            }
            step = Integer.parseInt(parts.group(1));
            number = Integer.parseInt(parts.group(2));
            epoch = Long.parseLong(parts.group(3));
        }
        List<TimelineAttemptRow> rows = timelines.findAttempts(runId, step, number, epoch, limit + 1);
        boolean more = rows.size() > limit;
        List<TimelineAttemptRow> page = more ? rows.subList(0, limit) : rows;
        return new TimelineView(
                runId,
                Timeline.phases(run),
                page.stream().map(row -> Timeline.attempt(run, row)).toList(),
                more ? cursorAfter(page.get(limit - 1)) : null);
    }

    private static String cursorAfter(TimelineAttemptRow last) {
        int step = switch (last.taskKind()) {
            case PLAN -> 1;
            case EXPORT -> 2;
            case ASSEMBLE -> 3;
            case PUBLISH -> 4;
            case UNKNOWN -> 5;
        };
        return "%d-%d-%d".formatted(step, last.number(), last.epoch());
    }
}
