package dev.longshore.scheduler.settings;

import dev.longshore.platform.web.FieldProblem;
import dev.longshore.platform.web.InvalidRequestException;
import dev.longshore.scheduler.window.Window;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the small bodies of commands to a job; a body may be absent, and so may each of its fields. */
public final class CommandReader {
    private static final int MAX_REASON = 500;

    private CommandReader() {}

    /** The reason of a suspension. */
    public static Optional<String> reason(@Nullable JsonNode body) {
        return read(body, "reason", fields -> {
            var reason = fields.text("reason");
            if (reason != null && (reason.isBlank() || reason.length() > MAX_REASON)) {
                fields.refuse("reason", "must have 1 to %d characters".formatted(MAX_REASON));
                return null;
            }
            return reason;
        });
    }

    /** What a resumption does with missed runs. */
    public static Optional<MissedRuns> missedRuns(@Nullable JsonNode body) {
        return read(body, "missedRuns", fields -> fields.oneOf("missedRuns", MissedRuns.class));
    }

    /** The window of a run by hand. */
    public static Optional<Window> window(@Nullable JsonNode body) {
        return read(body, "window", fields -> {
            var window = fields.object("window");
            if (window == null) {
                return null;
            }
            var from = window.parsed("from", Instants::parse, Instants.EXPECTED);
            var to = window.parsed("to", Instants::parse, Instants.EXPECTED);
            window.refuseUnknown();
            if (from == null || to == null) {
                return null;
            }
            if (!from.isBefore(to)) {
                window.refuse("to", "must lie after from");
                return null;
            }
            return new Window.Interval(from, to);
        });
    }

    private static <T> Optional<T> read(
            @Nullable JsonNode body, String field, Function<JsonFields, @Nullable T> reader) {
        if (body == null || body.isNull()) {
            return Optional.empty();
        }
        if (!(body instanceof ObjectNode object)) {
            throw InvalidRequestException.of("", body, "must be a JSON object");
        }
        var problems = new ArrayList<FieldProblem>();
        var fields = JsonFields.root(object, problems);
        Optional<T> value = fields.has(field) ? Optional.ofNullable(reader.apply(fields)) : Optional.empty();
        fields.refuseUnknown();
        if (!problems.isEmpty()) {
            throw new InvalidRequestException(problems);
        }
        return value;
    }
}
