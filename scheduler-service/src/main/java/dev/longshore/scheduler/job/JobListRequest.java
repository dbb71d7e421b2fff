package dev.longshore.scheduler.job;

import dev.longshore.platform.security.AllowedSources;
import dev.longshore.platform.web.FieldProblem;
import dev.longshore.platform.web.InvalidRequestException;
import dev.longshore.scheduler.job.JobListDao.JobListQuery;
import dev.longshore.scheduler.job.JobListOrder.By;
import dev.longshore.scheduler.job.JobListOrder.Field;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
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
    private static final List<String> SORTABLE =
            Stream.of(Field.values()).map(Field::apiName).toList();
    private static final String NEWEST_FIRST = "-createdAt";
    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 500;
    private static final JsonMapper JSON = new JsonMapper();

    /** The last job of a page, in the order in which the page was sorted. */
    private record Cursor(String sort, List<String> keys, String id) {
        static final Cursor NONE = new Cursor("", List.of(), new UUID(0, 0).toString());

        String key(int index) {
            return index < keys.size() ? keys.get(index) : "";
        }
    }

    /** @throws InvalidRequestException with one problem for each parameter that is wrong */
    JobListQuery toQuery() {
        var problems = new ArrayList<FieldProblem>();
        var order = order(problems);
        var after = after(order, problems);
        var most = most(problems);
        refuseUnstorable("source", source, problems);
        refuseUnstorable("type", type, problems);
        refuseUnstorable("q", q, problems);
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
                order,
                after.isPresent(),
                cursorOrNone.key(0),
                cursorOrNone.key(1),
                cursorOrNone.key(2),
                cursorOrNone.id(),
                most,
                AllowedSources.ALL);
    }

    /** What to send to get the page that follows a job. */
    String cursorAfter(JobListRow row, JobListOrder order) {
        var last = new Cursor(sorting(), order.keysOf(row), row.job().jobId().toString());
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(JSON.writeValueAsString(last).getBytes(StandardCharsets.UTF_8));
    }

    private String sorting() {
        return sort == null || sort.isBlank() ? NEWEST_FIRST : sort;
    }

    /** The newest first when what was asked for has a problem. */
    private JobListOrder order(List<FieldProblem> problems) {
        var fields = new ArrayList<By>();
        for (var name : sorting().split(",", -1)) {
            var descending = name.startsWith("-");
            var field = Stream.of(Field.values())
                    .filter(known -> known.apiName().equals(descending ? name.substring(1) : name))
                    .findFirst();
            if (field.isEmpty()) {
                problems.add(new FieldProblem("sort", name, "must be one of " + String.join(", ", SORTABLE)));
            }
            field.ifPresent(known -> fields.add(new By(known, !descending)));
        }
        if (fields.size() > JobListOrder.MAX_FIELDS) {
            problems.add(
                    new FieldProblem("sort", sort, "must name at most %d fields".formatted(JobListOrder.MAX_FIELDS)));
        }
        return problems.isEmpty()
                ? new JobListOrder(fields)
                : new JobListOrder(List.of(new By(Field.CREATED_AT, false)));
    }

    private Optional<Cursor> after(JobListOrder order, List<FieldProblem> problems) {
        if (cursor == null) {
            return Optional.empty();
        }
        try {
            var bytes = Base64.getUrlDecoder().decode(cursor);
            var after = JSON.readValue(bytes, Cursor.class);
            if (after != null && sorting().equals(after.sort()) && isComplete(after, order)) {
                return Optional.of(after);
            }
        } catch (IllegalArgumentException | JacksonException e) {
            problems.add(new FieldProblem("cursor", cursor, "is not a nextCursor of this list"));
            return Optional.empty();
        }
        problems.add(new FieldProblem("cursor", cursor, "belongs to a list that is sorted otherwise"));
        return Optional.empty();
    }

    @SuppressWarnings("ConstantValue") // what callers send may lack anything
    private static boolean isComplete(Cursor after, JobListOrder order) {
        var keys = after.keys();
        return keys != null
                && after.id() != null
                && keys.size() == order.fields().size()
                && IntStream.range(0, keys.size())
                        .allMatch(i -> keys.get(i) != null
                                && order.fields().get(i).field().accepts(keys.get(i)))
                && after.id().equals(UUID.fromString(after.id()).toString());
    }

    private static void refuseUnstorable(String name, @Nullable String value, List<FieldProblem> problems) {
        if (value != null && value.indexOf('\0') >= 0) {
            problems.add(new FieldProblem(name, value, "must not hold the character U+0000: no job can have it"));
        }
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
