package dev.longshore.scheduler.settings;

import dev.longshore.platform.web.FieldProblem;
import dev.longshore.platform.web.InvalidRequestException;
import dev.longshore.scheduler.window.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the small bodies of commands to jobs, and refuses them with everything that is wrong at once. Where nothing in
 * it has to be there, the body may be absent.
 */
public final class CommandReader {
    /** Most jobs of one command. */
    public static final int MAX_JOBS = 100;

    private static final int MAX_REASON = 500;

    private CommandReader() {}

    /** The reason of a suspension. */
    public static Optional<String> reason(@Nullable JsonNode body) {
        return ifPresent(body, CommandReader::reason);
    }

    /** What a resumption does with missed runs. */
    public static Optional<MissedRuns> missedRuns(@Nullable JsonNode body) {
        return ifPresent(body, CommandReader::missedRuns);
    }

    /** The window of a run by hand. */
    public static Optional<Window> window(@Nullable JsonNode body) {
        return ifPresent(body, fields -> {
            var window = fields.has("window") ? fields.object("window") : null;
            var interval = window == null ? null : interval(window);
            if (window != null) {
                window.refuseUnknown();
            }
            return interval;
        });
    }

    /** Jobs to be suspended, and why. */
    public static JobsCommand<String> suspension(JsonNode body) {
        return required(body, fields -> new JobsCommand<>(jobs(fields), Optional.ofNullable(reason(fields))));
    }

    /** Jobs to be resumed, and what becomes of what they missed. */
    public static JobsCommand<MissedRuns> resumption(JsonNode body) {
        return required(body, fields -> new JobsCommand<>(jobs(fields), Optional.ofNullable(missedRuns(fields))));
    }

    /** Jobs to be deleted. */
    public static List<JobId> deletion(JsonNode body) {
        return required(body, CommandReader::jobs);
    }

    /** The range of a backfill. */
    public static BackfillRange backfill(JsonNode body) {
        return required(body, fields -> {
            var interval = interval(fields);
            var dryRun = fields.has("dryRun") && Boolean.TRUE.equals(fields.flag("dryRun"));
            return interval == null ? null : new BackfillRange(interval, dryRun);
        });
    }

    /** Jobs that are all told the same, each once, and what a caller may leave out. */
    public record JobsCommand<T>(List<JobId> jobs, Optional<T> option) {
        public JobsCommand {
            jobs = List.copyOf(jobs);
        }
    }

    /** @param dryRun whether the windows are only to be shown */
    public record BackfillRange(Window.Interval range, boolean dryRun) {}

    private static @Nullable String reason(JsonFields fields) {
        var reason = fields.has("reason") ? fields.text("reason") : null;
        if (reason != null && (reason.isBlank() || reason.length() > MAX_REASON)) {
            fields.refuse("reason", "must have 1 to %d characters".formatted(MAX_REASON));
            return null;
        }
        return reason;
    }

    private static @Nullable MissedRuns missedRuns(JsonFields fields) {
        return fields.has("missedRuns") ? fields.oneOf("missedRuns", MissedRuns.class) : null;
    }

    private static List<JobId> jobs(JsonFields fields) {
        return fields.ids("ids", MAX_JOBS).stream().map(JobId::new).toList();
    }

    private static Window.@Nullable Interval interval(JsonFields fields) {
        var from = fields.parsed("from", Instants::parse, Instants.EXPECTED);
        var to = fields.parsed("to", Instants::parse, Instants.EXPECTED);
        if (from == null || to == null) {
            return null;
        }
        if (!from.isBefore(to)) {
            fields.refuse("to", "must lie after from");
            return null;
        }
        return new Window.Interval(from, to);
    }

    private static <T> Optional<T> ifPresent(@Nullable JsonNode body, Function<JsonFields, @Nullable T> reader) {
        return body == null || body.isNull() ? Optional.empty() : read(body, reader);
    }

    private static <T> T required(JsonNode body, Function<JsonFields, @Nullable T> reader) {
        return read(body, reader).orElseThrow(); // what is missing is a problem, and was thrown as such
    }

    private static <T> Optional<T> read(JsonNode body, Function<JsonFields, @Nullable T> reader) {
        if (!(body instanceof ObjectNode object)) {
            throw InvalidRequestException.of("", body, "must be a JSON object");
        }
        var problems = new ArrayList<FieldProblem>();
        var fields = JsonFields.root(object, problems);
        Optional<T> value = Optional.ofNullable(reader.apply(fields));
        fields.refuseUnknown();
        if (!problems.isEmpty()) {
            throw new InvalidRequestException(problems);
        }
        return value;
    }
}
