package dev.longshore.scheduler.settings;

import dev.longshore.platform.web.FieldProblem;
import dev.longshore.platform.web.InvalidRequestException;
import dev.longshore.scheduler.catalog.Catalog;
import dev.longshore.scheduler.schedule.Schedule;
import dev.longshore.scheduler.window.DateRange;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads a job as callers send it, and refuses it with everything that is wrong with it at once. */
public final class JobRequestReader {
    private static final int MAX_TITLE = 200;
    private static final int MAX_DESCRIPTION = 2_000;
    private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

    private final Catalog catalog;

    public JobRequestReader(Catalog catalog) {
        this.catalog = catalog;
    }

    /**
     * @param now a one-time start must lie after this
     * @throws InvalidRequestException with one problem for each thing that is wrong
     */
    public JobSettings read(JsonNode body, Instant now) {
        if (!(body instanceof ObjectNode object)) {
            throw InvalidRequestException.of("", body, "must be a job: a JSON object");
        }
        var problems = new ArrayList<FieldProblem>();
        var fields = JsonFields.root(object, problems);
        ReadOnlyFields.check(fields);
        var settings = read(fields, now);
        if (settings == null || !problems.isEmpty()) {
            throw new InvalidRequestException(problems);
        }
        return settings;
    }

    private @Nullable JobSettings read(JsonFields fields, Instant now) {
        var title = title(fields);
        var description = description(fields);
        var source = source(fields);
        var type = type(fields, source);
        var entityTypes = entityTypes(fields, type);
        var schedule = schedule(fields, now);
        var timeZone = timeZone(fields);
        var dateRange = dateRange(fields, schedule);
        var dateColumn = dateColumn(fields, type);
        var output = OutputReader.read(fields, source);
        var policies = Policies.read(fields);
        fields.refuseUnknown();
        if (title == null
                || description == null
                || source == null
                || type == null
                || entityTypes == null
                || schedule == null
                || timeZone == null
                || dateRange == null
                || dateColumn == null
                || output == null
                || policies == null) {
            return null;
        }
        return new JobSettings(
                title,
                description,
                source.source(),
                type.type(),
                entityTypes,
                schedule,
                timeZone,
                dateRange,
                dateColumn,
                output,
                policies.missedRuns(),
                policies.overlap(),
                policies.suspendAfterFailures(),
                policies.retentionDays());
    }

    /** What becomes of runs beside their data; all of it may be left out. */
    private record Policies(
            MissedRuns missedRuns, Overlap overlap, OptionalInt suspendAfterFailures, OptionalInt retentionDays) {
        private static @Nullable Policies read(JsonFields fields) {
            var missedRuns = fields.has("missedRuns") ? fields.oneOf("missedRuns", MissedRuns.class) : MissedRuns.EACH;
            var overlap = fields.has("overlap") ? fields.oneOf("overlap", Overlap.class) : Overlap.WAIT;
            var failures = optionalInteger(fields, "suspendAfterFailures", JobSettings.MAX_FAILURES);
            var days = optionalInteger(fields, "retentionDays", JobSettings.MAX_RETENTION_DAYS);
            return missedRuns == null || overlap == null || failures == null || days == null
                    ? null
                    : new Policies(missedRuns, overlap, failures, days);
        }
    }

    /** Empty when the field is absent; null when it has a problem. */
    private static @Nullable OptionalInt optionalInteger(JsonFields fields, String name, int max) {
        if (!fields.has(name)) {
            return OptionalInt.empty();
        }
        var number = fields.integer(name, 1, max);
        return number == null ? null : OptionalInt.of(number);
    }

    private static @Nullable String title(JsonFields fields) {
        var title = fields.text("title");
        if (title != null && (title.isBlank() || title.length() > MAX_TITLE)) {
            fields.refuse("title", "must have 1 to %d characters".formatted(MAX_TITLE));
            return null;
        }
        return title;
    }

    private static @Nullable String description(JsonFields fields) {
        if (!fields.has("description")) {
            return "";
        }
        var description = fields.text("description");
        if (description != null && description.length() > MAX_DESCRIPTION) {
            fields.refuse("description", "must have at most %d characters".formatted(MAX_DESCRIPTION));
            return null;
        }
        return description;
    }

    private Catalog.@Nullable Source source(JsonFields fields) {
        var name = fields.oneOf(
                "source", catalog.sources().stream().map(Catalog.Source::source).toList());
        return name == null ? null : catalog.findSource(name).orElseThrow();
    }

    /** With an unknown source, a type of any source passes: one problem is enough. */
    private Catalog.@Nullable Type type(JsonFields fields, Catalog.@Nullable Source source) {
        var sources = source == null ? catalog.sources() : List.of(source);
        var types = sources.stream().flatMap(each -> each.types().stream()).toList();
        var name = fields.oneOf("type", types.stream().map(Catalog.Type::type).toList());
        return types.stream()
                .filter(type -> type.type().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable List<String> entityTypes(JsonFields fields, Catalog.@Nullable Type type) {
        if (!fields.has("entityTypes")) {
            return List.of();
        }
        if (type == null) {
            return null;
        }
        if (type.entityTypes().isEmpty()) {
            fields.refuse("entityTypes", "must be null: type %s has no entity types".formatted(type.type()));
            return null;
        }
        return fields.names("entityTypes", type.entityTypeNames());
    }

    private static @Nullable String dateColumn(JsonFields fields, Catalog.@Nullable Type type) {
        if (type == null) {
            fields.allow("dateColumn");
            return null;
        }
        return fields.has("dateColumn") ? fields.oneOf("dateColumn", type.dateColumns()) : type.defaultDateColumn();
    }

    private static @Nullable Schedule schedule(JsonFields fields, Instant now) {
        var schedule = fields.object("schedule");
        return schedule == null ? null : ScheduleReader.read(schedule, now);
    }

    private static @Nullable DateRange dateRange(JsonFields fields, @Nullable Schedule schedule) {
        var range = fields.object("dateRange");
        return range == null ? null : DateRangeReader.read(range, schedule);
    }

    private static @Nullable ZoneId timeZone(JsonFields fields) {
        if (!fields.has("timeZone")) {
            return ZoneId.of("UTC");
        }
        return fields.parsed("timeZone", JobRequestReader::zone, "an IANA time zone such as Europe/Rome");
    }

    private static ZoneId zone(String name) {
        return Optional.of(name)
                .filter(ZONES::contains)
                .map(ZoneId::of)
                .orElseThrow(() -> new DateTimeException("unknown zone"));
    }

    /** Reads the output settings of a job. */
    private static final class OutputReader {
        private static @Nullable OutputSettings read(JsonFields job, Catalog.@Nullable Source source) {
            if (!job.has("output")) {
                return source == null
                        ? null
                        : new OutputSettings(
                                source.formats().get(0), source.compressions().get(0), OptionalInt.empty());
            }
            var fields = job.object("output");
            if (fields == null) {
                return null;
            }
            var format = source == null ? fields.text("format") : offered(fields, "format", source.formats());
            var compression =
                    source == null ? fields.text("compression") : offered(fields, "compression", source.compressions());
            var splitSizeMb = optionalInteger(fields, "splitSizeMb", OutputSettings.MAX_SPLIT_SIZE_MB);
            if (fields.has("certificateId")) {
                fields.refuse("certificateId", "must be null: encryption is not offered");
            }
            fields.refuseUnknown();
            return format == null || compression == null || splitSizeMb == null
                    ? null
                    : new OutputSettings(format, compression, splitSizeMb);
        }

        private static @Nullable String offered(JsonFields fields, String name, List<String> offered) {
            return fields.has(name) ? fields.oneOf(name, offered) : offered.get(0);
        }
    }
}
