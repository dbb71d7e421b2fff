package dev.longshore.worker.source;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * Ranges as JSON: {@code [version, dated, after, through]}, a bound being null or {@code [date, key]}. JSON, because keys are
 * free text and the row is read by people when a run is looked into.
 */
final class KeyRangeText {
    private static final int VERSION = 1;
    private static final JsonMapper JSON = JsonMapper.shared();

    private KeyRangeText() {}

    static String encode(KeyRange range) {
        ArrayNode node = JSON.createArrayNode().add(VERSION).add(range.dated());
        addBound(node, range.after());
        addBound(node, range.through());
        return JSON.writeValueAsString(node);
    }

    static KeyRange decode(String text) {
        try {
            JsonNode node = JSON.readTree(text);
            if (!node.isArray() || node.size() != 4 || node.required(0).intValue() != VERSION) {
                throw new IllegalArgumentException("not a key range of version " + VERSION);
            }
            return new KeyRange(node.required(1).booleanValue(), bound(node.required(2)), bound(node.required(3)));
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not a key range", e);
        }
    }

    private static void addBound(ArrayNode node, @Nullable KeyPosition position) {
        if (position == null) {
            node.addNull();
        } else {
            node.addArray().add(position.date()).add(position.key());
        }
    }

    private static @Nullable KeyPosition bound(JsonNode node) {
        if (node.isNull()) {
            return null;
        }
        JsonNode date = node.required(0);
        return new KeyPosition(
                date.isNull() ? null : date.stringValue(), node.required(1).stringValue());
    }
}
