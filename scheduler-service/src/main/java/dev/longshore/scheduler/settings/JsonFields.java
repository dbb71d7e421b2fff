package dev.longshore.scheduler.settings;

import dev.longshore.platform.web.FieldProblem;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the fields of a JSON object and collects what is wrong with them, so that a caller learns of all problems at
 * once. A getter that answers null has added a problem; a field that no getter asked for is unknown.
 */
final class JsonFields {
    private final ObjectNode node;
    private final String path;
    private final List<FieldProblem> problems;
    private final Set<String> known = new LinkedHashSet<>();

    private JsonFields(ObjectNode node, String path, List<FieldProblem> problems) {
        this.node = node;
        this.path = path;
        this.problems = problems;
    }

    static JsonFields root(ObjectNode node, List<FieldProblem> problems) {
        return new JsonFields(node, "", problems);
    }

    /** Whether the field is there and is not null. */
    boolean has(String name) {
        known.add(name);
        var value = node.get(name);
        return value != null && !value.isNull();
    }

    /** Says that a field may be there, whatever its value. */
    void allow(String name) {
        known.add(name);
    }

    void refuse(String name, String message) {
        problems.add(new FieldProblem(path + name, rejected(node.get(name)), message));
    }

    /** Any text that PostgreSQL can store. */
    @Nullable
    String text(String name) {
        var value = present(name, "a text");
        if (value == null) {
            return null;
        }
        if (!value.isString()) {
            refuse(name, "must be a text");
            return null;
        }
        if (value.asString().indexOf('\0') >= 0) {
            refuse(name, "must not hold the character U+0000: leave it out");
            return null;
        }
        return value.asString();
    }

    @Nullable
    Integer integer(String name, int min, int max) {
        var value = present(name, "a whole number between %d and %d".formatted(min, max));
        if (value == null) {
            return null;
        }
        if (!value.isIntegralNumber()) {
            refuse(name, "must be a whole number between %d and %d".formatted(min, max));
            return null;
        }
        if (!value.canConvertToInt() || value.asInt() < min || value.asInt() > max) {
            refuse(name, "must be between %d and %d".formatted(min, max));
            return null;
        }
        return value.asInt();
    }

    @Nullable
    Boolean flag(String name) {
        var value = present(name, "true or false");
        if (value != null && !value.isBoolean()) {
            refuse(name, "must be true or false");
            return null;
        }
        return value == null ? null : value.asBoolean();
    }

    <E extends Enum<E>> @Nullable E oneOf(String name, Class<E> type) {
        var names = Stream.of(type.getEnumConstants()).map(Enum::name).toList();
        var value = oneOf(name, names);
        return value == null ? null : Enum.valueOf(type, value);
    }

    @Nullable
    String oneOf(String name, List<String> allowed) {
        var value = present(name, "one of " + String.join(", ", allowed));
        if (value == null) {
            return null;
        }
        if (!value.isString() || !allowed.contains(value.asString())) {
            refuse(name, "must be one of " + String.join(", ", allowed));
            return null;
        }
        return value.asString();
    }

    /** A text that a parser understands; its {@link java.time.DateTimeException} means that it does not. */
    <T> @Nullable T parsed(String name, Parser<T> parser, String expected) {
        var value = present(name, expected);
        if (value == null) {
            return null;
        }
        if (value.isString()) {
            try {
                return parser.parse(value.asString());
            } catch (java.time.DateTimeException e) {
                refuse(name, "must be " + expected);
                return null;
            }
        }
        refuse(name, "must be " + expected);
        return null;
    }

    /** A non-empty list of distinct names. */
    @Nullable
    List<String> names(String name, List<String> allowed) {
        var value = node.get(name);
        known.add(name);
        var expected = "must be null for all, or a list with at least one of " + String.join(", ", allowed);
        if (value == null || !value.isArray() || value.isEmpty()) {
            refuse(name, expected);
            return null;
        }
        var names = new LinkedHashSet<String>();
        var before = problems.size();
        for (int i = 0; i < value.size(); i++) {
            var item = value.get(i);
            if (!item.isString() || !allowed.contains(item.asString())) {
                problems.add(new FieldProblem(
                        "%s%s[%d]".formatted(path, name, i),
                        rejected(item),
                        "must be one of " + String.join(", ", allowed)));
            } else if (!names.add(item.asString())) {
                problems.add(new FieldProblem(
                        "%s%s[%d]".formatted(path, name, i), rejected(item), "is named twice: leave one out"));
            }
        }
        return problems.size() == before ? List.copyOf(names) : null;
    }

    /** Distinct identities, at least one; those without a problem. */
    List<UUID> ids(String name, int max) {
        var value = present(name, "a list of 1 to %d ids".formatted(max));
        if (value == null) {
            return List.of();
        }
        if (!value.isArray() || value.isEmpty() || value.size() > max) {
            refuse(name, "must be a list of 1 to %d ids".formatted(max));
            return List.of();
        }
        var ids = new LinkedHashSet<UUID>();
        for (int i = 0; i < value.size(); i++) {
            var item = value.get(i);
            var id = id(item);
            if (id == null || !ids.add(id)) {
                problems.add(new FieldProblem(
                        "%s%s[%d]".formatted(path, name, i),
                        rejected(item),
                        id == null ? "must be an id such as " + new UUID(0, 0) : "is named twice: leave one out"));
            }
        }
        return List.copyOf(ids);
    }

    private static @Nullable UUID id(JsonNode node) {
        try {
            return node.isString() ? UUID.fromString(node.asString()) : null;
        } catch (IllegalArgumentException e) {
            return null; // no identity at all
        }
    }

    @Nullable
    JsonFields object(String name) {
        var value = present(name, "an object");
        if (value instanceof ObjectNode object) {
            return new JsonFields(object, path + name + ".", problems);
        }
        if (value != null) {
            refuse(name, "must be an object");
        }
        return null;
    }

    @Nullable
    JsonNode raw(String name) {
        known.add(name);
        return node.get(name);
    }

    /** To be called last: refuses what no getter asked for. */
    void refuseUnknown() {
        var knownHere = known.stream().sorted().collect(Collectors.joining(", "));
        node.propertyNames().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> refuse(name, "is not known here; known: " + knownHere));
    }

    private @Nullable JsonNode present(String name, String expected) {
        known.add(name);
        var value = node.get(name);
        if (value == null || value.isNull()) {
            problems.add(new FieldProblem(path + name, null, "is missing: give " + expected));
            return null;
        }
        return value;
    }

    private static @Nullable Object rejected(@Nullable JsonNode value) {
        return value == null || value.isNull() ? null : value;
    }

    @FunctionalInterface
    interface Parser<T> {
        /** @throws java.time.DateTimeException when the text is not understood */
        T parse(String text);
    }
}
