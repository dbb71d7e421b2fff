package dev.longshore.scheduler.job;

import dev.longshore.scheduler.run.RunState;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The order of a list of jobs: up to three fields in either direction, then the job's identity, so that it is total and
 * the page after a job is found whatever was inserted meanwhile. Knows the fragments of SQL that stand for its fields;
 * values are always bound.
 *
 * @param fields at least one, at most three
 */
record JobListOrder(List<By> fields) {
    static final int MAX_FIELDS = 3;

    /** What is absent comes after everything else, as the other values are words in ASCII, or instants. */
    private static final String ABSENT_TEXT = "~";

    private static final String ABSENT_INSTANT = "infinity";
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

    JobListOrder {
        fields = List.copyOf(fields);
        if (fields.isEmpty() || fields.size() > MAX_FIELDS) {
            throw new IllegalArgumentException("not 1 to 3 fields: " + fields);
        }
    }

    /** One field and its direction. */
    record By(Field field, boolean ascending) {}

    /** What a list can be sorted by. Texts sort bytewise, titles regardless of case. */
    enum Field {
        TITLE("title", "job.title_key", Kind.TEXT),
        SOURCE("source", "job.source COLLATE \"C\"", Kind.TEXT),
        TYPE("type", "job.type COLLATE \"C\"", Kind.TEXT),
        STATE("state", "job.state COLLATE \"C\"", Kind.TEXT),
        LAST_RUN_STATUS("lastRun.status", "COALESCE(job.last_run_state, '~') COLLATE \"C\"", Kind.TEXT),
        LAST_RUN_AT("lastRun.at", "COALESCE(job.last_run_at, 'infinity')", Kind.INSTANT),
        NEXT_FIRE_TIME(
                "nextFireTime",
                "CASE WHEN job.state = 'ACTIVE' THEN COALESCE(job.next_fire_time, 'infinity') ELSE 'infinity' END",
                Kind.INSTANT),
        CREATED_BY("createdBy", "job.created_by COLLATE \"C\"", Kind.TEXT),
        CREATED_AT("createdAt", "job.created_at", Kind.INSTANT),
        UPDATED_AT("updatedAt", "job.updated_at", Kind.INSTANT);

        private final String apiName;
        private final String sql;
        private final Kind kind;

        Field(String apiName, String sql, Kind kind) {
            this.apiName = apiName;
            this.sql = sql;
            this.kind = kind;
        }

        String apiName() {
            return apiName;
        }

        private String keyOf(JobListRow row) {
            var job = row.job();
            return switch (this) {
                case TITLE -> row.titleKey();
                case SOURCE -> job.source();
                case TYPE -> job.type();
                case STATE -> job.state().name();
                case LAST_RUN_STATUS -> nameOf(job.lastRunState());
                case LAST_RUN_AT -> text(job.lastRunAt());
                case NEXT_FIRE_TIME -> text(job.state() == JobState.ACTIVE ? job.nextFireTime() : null);
                case CREATED_BY -> job.createdBy();
                case CREATED_AT -> text(job.createdAt());
                case UPDATED_AT -> text(job.updatedAt());
            };
        }

        private static String nameOf(@Nullable RunState state) {
            return state == null ? ABSENT_TEXT : state.name();
        }

        private static String text(@Nullable Instant instant) {
            return instant == null ? ABSENT_INSTANT : instant.toString();
        }

        /** Whether a value can have come from {@link #keysOf}. */
        boolean accepts(String value) {
            return kind == Kind.TEXT ? value.indexOf('\0') < 0 : value.equals(ABSENT_INSTANT) || isInstant(value);
        }

        private static boolean isInstant(String value) {
            try {
                var instant = Instant.parse(value);
                return !instant.isBefore(Instant.EPOCH) && !instant.isAfter(LATEST);
            } catch (DateTimeException e) {
                return false;
            }
        }
    }

    private enum Kind {
        TEXT(""),
        INSTANT("::timestamptz");

        private final String cast;

        Kind(String cast) {
            this.cast = cast;
        }
    }

    /** The values by which a job has its place, in the order of the fields. */
    List<String> keysOf(JobListRow row) {
        return fields.stream().map(by -> by.field().keyOf(row)).toList();
    }

    /** For {@code ORDER BY}. */
    String orderBy() {
        return fields.stream()
                .map(by -> by.field().sql + (by.ascending() ? ", " : " DESC, "))
                .collect(Collectors.joining("", "", "job.job_id"));
    }

    /**
     * What holds for the jobs after the one whose keys are bound as {@code after1} and so on, and {@code afterId}. The
     * first comparison is said twice, as only a plain one finds its place in an index.
     */
    String after() {
        var first = fields.get(0);
        return "%s %s= :after1%s AND %s".formatted(first.field().sql, beyond(first), first.field().kind.cast, after(0));
    }

    private String after(int index) {
        if (index == fields.size()) {
            return "job.job_id > :afterId::uuid";
        }
        var by = fields.get(index);
        var value = ":after%d%s".formatted(index + 1, by.field().kind.cast);
        return "(%1$s %2$s %3$s OR %1$s = %3$s AND %4$s)"
                .formatted(by.field().sql, beyond(by), value, after(index + 1));
    }

    private static String beyond(By by) {
        return by.ascending() ? ">" : "<";
    }
}
