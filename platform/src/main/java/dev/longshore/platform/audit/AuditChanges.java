package dev.longshore.platform.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** The difference of two JSON documents, field by field. */
public final class AuditChanges {
    private AuditChanges() {}

    /**
     * Fields that differ, sorted by their paths ({@code schedule.everyHours}). A list is one value; null and absent are
     * the same.
     */
    public static List<AuditChange> between(JsonNode before, JsonNode after) {
        Map<String, String> from = flat(before);
        Map<String, String> to = flat(after);
        SortedSet<String> fields = new TreeSet<>(from.keySet());
        fields.addAll(to.keySet());
        List<AuditChange> changes = new ArrayList<>();
        for (String field : fields) {
            if (!Objects.equals(from.get(field), to.get(field))) {
                changes.add(new AuditChange(field, from.get(field), to.get(field)));
            }
        }
        return List.copyOf(changes);
    }

    private static Map<String, String> flat(JsonNode document) {
        Map<String, String> values = new TreeMap<>();
        collect("", document, values);
        return values;
    }

    private static void collect(String path, JsonNode node, Map<String, String> values) {
        if (node.isNull() || node.isMissingNode()) {
            return;
        }
        if (node.isObject()) {
            node.properties()
                    .forEach(field -> collect(
                            path.isEmpty() ? field.getKey() : path + "." + field.getKey(), field.getValue(), values));
        } else {
            values.put(path, node.isString() ? node.asString() : node.toString());
        }
    }
}
