package dev.longshore.scheduler.settings;

import java.util.Map;
import tools.jackson.databind.node.JsonNodeType;

/**
 * Fields that answers carry and requests may repeat, so that a client can send back what it got. Their values are not
 * used, but a wrong type still points to a broken client.
 */
final class ReadOnlyFields {
    private static final Map<String, JsonNodeType> TYPES = Map.ofEntries(
            Map.entry("id", JsonNodeType.STRING),
            Map.entry("version", JsonNodeType.NUMBER),
            Map.entry("state", JsonNodeType.STRING),
            Map.entry("suspendedReason", JsonNodeType.STRING),
            Map.entry("resumable", JsonNodeType.BOOLEAN),
            Map.entry("editable", JsonNodeType.BOOLEAN),
            Map.entry("nextFireTime", JsonNodeType.STRING),
            Map.entry("lastRun", JsonNodeType.OBJECT),
            Map.entry("createdBy", JsonNodeType.STRING),
            Map.entry("createdAt", JsonNodeType.STRING),
            Map.entry("updatedAt", JsonNodeType.STRING),
            Map.entry("changes", JsonNodeType.ARRAY));

    private ReadOnlyFields() {}

    static void check(JsonFields fields) {
        TYPES.forEach((name, type) -> {
            var value = fields.raw(name);
            if (value != null && !value.isNull() && value.getNodeType() != type) {
                fields.refuse(
                        name,
                        "is set by the service and has the wrong type: leave it out, or send back the %s you got"
                                .formatted(type.name().toLowerCase(java.util.Locale.ROOT)));
            }
        });
    }
}
