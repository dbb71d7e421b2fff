package dev.longshore.history.run;

import dev.longshore.history.progress.RunStatus;
import dev.longshore.platform.web.FieldProblem;
import dev.longshore.platform.web.InvalidRequestException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the query of a list of runs, and gathers what is wrong with it, so that the caller is told all at once. */
final class ListQuery {
    private static final int MOST_RUNS = 500;
    private static final int MOST_JOBS = 100;
    private static final int MOST_PER_JOB = 50;
    private static final int LONGEST_TEXT = 255;
    /** A hundred years, in seconds. */
    private static final long MOST_SECONDS = 3_155_760_000L;

    private static final List<String> TRIGGERS = List.of("SCHEDULE", "MANUAL", "BACKFILL", "RETRY");
    private static final List<String> KNOWN = List.of(
            "jobId",
            "status",
            "source",
            "type",
            "trigger",
            "q",
            "file",
            "from",
            "to",
            "startedFrom",
            "startedTo",
            "endedFrom",
            "endedTo",
            "minSeconds",
            "maxSeconds",
            "minRows",
            "maxRows",
            "minBytes",
            "maxBytes",
            "sort",
            "cursor",
            "limit");

    private final List<FieldProblem> problems = new ArrayList<>();
    private RunFilter filter = RunFilter.ALL;

    /** @param given names of all parameters: one that is misspelt would silently filter nothing */
    ListQuery(Set<String> given) {
        given.stream()
                .filter(name -> !KNOWN.contains(name))
                .sorted()
                .forEach(name -> add(name, null, "is not known; known here: " + KNOWN));
    }

    /** @throws InvalidRequestException when it asks for too many jobs, or runs of each, or for none */
    static void checkLatest(int jobs, int perJob) {
        ListQuery query = new ListQuery(Set.of());
        if (jobs < 1 || jobs > MOST_JOBS) {
            query.add("jobId", jobs, "must be given 1 to %d times".formatted(MOST_JOBS));
        }
        if (perJob < 1 || perJob > MOST_PER_JOB) {
            query.add("perJob", perJob, "must be between 1 and " + MOST_PER_JOB);
        }
        query.filter();
    }

    void anyOf(
            @Nullable UUID jobId,
            @Nullable List<RunStatus> status,
            @Nullable List<String> source,
            @Nullable List<String> type,
            @Nullable List<String> trigger) {
        if (trigger != null) {
            trigger.stream()
                    .filter(value -> !TRIGGERS.contains(value))
                    .forEach(value -> add("trigger", value, "must be one of " + TRIGGERS));
        }
        filter = filter.anyOf(jobId, status, source, type, trigger);
    }

    void texts(@Nullable String title, @Nullable String file) {
        filter = filter.containing(text("q", title), text("file", file));
    }

    void requested(@Nullable Instant from, @Nullable Instant to) {
        filter = filter.requestedIn(span("to", from, to));
    }

    void started(@Nullable Instant from, @Nullable Instant to) {
        filter = filter.startedIn(span("startedTo", from, to));
    }

    void ended(@Nullable Instant from, @Nullable Instant to) {
        filter = filter.endedIn(span("endedTo", from, to));
    }

    void duration(@Nullable Long leastSeconds, @Nullable Long mostSeconds) {
        filter = filter.lasting(amount("Seconds", leastSeconds, mostSeconds, MOST_SECONDS));
    }

    void amounts(
            @Nullable Long leastRows, @Nullable Long mostRows, @Nullable Long leastBytes, @Nullable Long mostBytes) {
        filter = filter.of(
                amount("Rows", leastRows, mostRows, Long.MAX_VALUE),
                amount("Bytes", leastBytes, mostBytes, Long.MAX_VALUE));
    }

    void limit(int limit) {
        if (limit < 1 || limit > MOST_RUNS) {
            add("limit", limit, "must be between 1 and " + MOST_RUNS);
        }
    }

    /** @throws InvalidRequestException when anything is wrong */
    RunFilter filter() {
        if (!problems.isEmpty()) {
            throw new InvalidRequestException(problems);
        }
        return filter;
    }

    /** @return null when there is nothing to look for */
    private @Nullable String text(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        if (value.length() > LONGEST_TEXT || value.indexOf(0) >= 0) {
            add(field, value, "must be at most %d characters of text".formatted(LONGEST_TEXT));
        }
        return value.strip();
    }

    private Span span(String field, @Nullable Instant from, @Nullable Instant to) {
        if (from != null && to != null && !from.isBefore(to)) {
            add(field, to, "must be after the beginning of the interval, " + from);
        }
        return new Span(from, to);
    }

    /** @param what the amount's name; its parameters are called min and max of it */
    private Amount amount(String what, @Nullable Long least, @Nullable Long most, long bound) {
        checkAmount("min" + what, least, bound);
        checkAmount("max" + what, most, bound);
        if (least != null && most != null && least > most) {
            add("max" + what, most, "must be at least min%s, %d".formatted(what, least));
        }
        return new Amount(least, most);
    }

    private void checkAmount(String field, @Nullable Long value, long bound) {
        if (value != null && (value < 0 || value > bound)) {
            add(field, value, "must be between 0 and " + bound);
        }
    }

    private void add(String field, @Nullable Object rejected, String message) {
        problems.add(new FieldProblem(field, rejected, message));
    }
}
