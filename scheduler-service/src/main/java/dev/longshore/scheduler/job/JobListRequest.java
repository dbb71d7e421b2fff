package dev.longshore.scheduler.job;

import dev.longshore.platform.web.FieldProblem;
import dev.longshore.platform.web.InvalidRequestException;
import dev.longshore.scheduler.job.JobListDao.JobListQuery;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The parameters of a list as callers send them. */
record JobListRequest(
        @Nullable String source,
        @Nullable String type,
        @Nullable String state,
        @Nullable String q,
        @Nullable String sort,
        @Nullable String cursor,
        @Nullable String limit) {
    private static final List<String> SORTABLE = List.of(
            "title",
            "source",
            "type",
            "state",
            "lastRun.status",
            "lastRun.at",
            "nextFireTime",
            "createdBy",
            "createdAt",
            "updatedAt");
    private static final String NEWEST_FIRST = "-createdAt";
    private static final int MAX_SORT_FIELDS = 3;
    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 500;
    private static final JsonMapper JSON = new JsonMapper();

    /** One field to sort by; the nameless one sorts nothing. */
    private record SortField(String name, boolean ascending) {
        static final SortField NONE = new SortField("", true);
    }

    /** The last job of a page, in the order in which the page was sorted. */
    private record Cursor(String sort, String key1, String key2, String key3, String id) {
        static final Cursor NONE = new Cursor("", "", "", "", new UUID(0, 0).toString());
    }

    /** @throws InvalidRequestException with one problem for each parameter that is wrong */
    JobListQuery toQuery() {
        var problems = new ArrayList<FieldProblem>();
        var sorts = sorts(problems);
        var after = after(problems);
        var most = most(problems);
        if (state != null
                && Stream.of(JobState.values()).noneMatch(known -> known.name().equals(state))) {
            problems.add(new FieldProblem("state", state, "must be one of " + Arrays.toString(JobState.values())));
        }
        if (!problems.isEmpty()) {
            throw new InvalidRequestException(problems);
        }
        var cursorOrNone = after.orElse(Cursor.NONE);
        return new JobListQuery(
                orEmpty(source),
                orEmpty(type),
                orEmpty(state),
                orEmpty(q),
                sorts.get(0).name(),
                sorts.get(0).ascending(),
                sorts.get(1).name(),
                sorts.get(1).ascending(),
                sorts.get(2).name(),
                sorts.get(2).ascending(),
                after.isPresent(),
                cursorOrNone.key1(),
                cursorOrNone.key2(),
                cursorOrNone.key3(),
                cursorOrNone.id(),
                most);
    }

    /** What to send to get the page that follows a job. */
    String cursorAfter(JobListRow row) {
        var last = new Cursor(
                sorting(), row.key1(), row.key2(), row.key3(), row.job().jobId().toString());
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(JSON.writeValueAsString(last).getBytes(StandardCharsets.UTF_8));
    }

    private String sorting() {
        return sort == null || sort.isBlank() ? NEWEST_FIRST : sort;
    }

    private List<SortField> sorts(List<FieldProblem> problems) {
        var sorts = new ArrayList<SortField>();
        for (var field : sorting().split(",", -1)) {
            var descending = field.startsWith("-");
            var name = descending ? field.substring(1) : field;
            if (!SORTABLE.contains(name)) {
                problems.add(new FieldProblem("sort", field, "must be one of " + String.join(", ", SORTABLE)));
            }
            sorts.add(new SortField(name, !descending));
        }
        if (sorts.size() > MAX_SORT_FIELDS) {
            problems.add(new FieldProblem("sort", sort, "must name at most %d fields".formatted(MAX_SORT_FIELDS)));
        }
        while (sorts.size() < MAX_SORT_FIELDS) {
            sorts.add(SortField.NONE);
        }
        return sorts;
    }

    private Optional<Cursor> after(List<FieldProblem> problems) {
        if (cursor == null) {
            return Optional.empty();
        }
        try {
            var bytes = Base64.getUrlDecoder().decode(cursor);
            var after = JSON.readValue(bytes, Cursor.class);
            if (after != null && sorting().equals(after.sort()) && isComplete(after)) {
                return Optional.of(after);
            }
        } catch (IllegalArgumentException | JacksonException e) {
            problems.add(new FieldProblem("cursor", cursor, "is not a nextCursor of this list"));
            return Optional.empty();
        }
        problems.add(new FieldProblem("cursor", cursor, "belongs to a list that is sorted otherwise"));
        return Optional.empty();
    }

    private static boolean isComplete(Cursor after) {
        return Stream.of(after.key1(), after.key2(), after.key3(), after.id()).allMatch(text -> text != null)
                && after.id().equals(UUID.fromString(after.id()).toString());
    }

    private int most(List<FieldProblem> problems) {
        if (limit == null) {
            return DEFAULT_LIMIT;
        }
        try {
            var most = Integer.parseInt(limit);
            if (most >= 1 && most <= MAX_LIMIT) {
                return most;
            }
        } catch (NumberFormatException e) {
            problems.add(new FieldProblem("limit", limit, "must be a whole number"));
            return DEFAULT_LIMIT;
        }
        problems.add(new FieldProblem("limit", limit, "must be between 1 and %d".formatted(MAX_LIMIT)));
        return DEFAULT_LIMIT;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
