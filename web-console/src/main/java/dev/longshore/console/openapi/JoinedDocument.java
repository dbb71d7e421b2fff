package dev.longshore.console.openapi;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Joins OpenAPI documents: all paths, tags and schemas. Two services may describe different things under one name; the
 * later one's schema then gets the service's name in front, and its references follow.
 */
final class JoinedDocument {
    private static final String SCHEMA = "#/components/schemas/";

    private final ObjectNode document = JsonNodeFactory.instance.objectNode();
    private final ObjectNode paths = JsonNodeFactory.instance.objectNode();
    private final ObjectNode schemas = JsonNodeFactory.instance.objectNode();
    private final Map<String, JsonNode> tags = new LinkedHashMap<>();

    /** @param service a name that may stand in front of a schema's, as {@code History} */
    void add(String service, JsonNode other) {
        JsonNode theirs = other.path("components").path("schemas");
        Map<String, String> renamed = new LinkedHashMap<>();
        theirs.propertyStream().forEach(schema -> {
            JsonNode known = schemas.get(schema.getKey());
            if (known != null && !known.equals(schema.getValue())) {
                renamed.put(SCHEMA + schema.getKey(), SCHEMA + service + schema.getKey());
            }
        });
        theirs.propertyStream().forEach(schema -> {
            String renaming = renamed.get(SCHEMA + schema.getKey());
            String name = renaming == null ? schema.getKey() : renaming.substring(SCHEMA.length());
            schemas.set(name, following(schema.getValue(), renamed));
        });
        other.path("paths")
                .propertyStream()
                .forEach(path -> paths.set(path.getKey(), following(path.getValue(), renamed)));
        other.path("tags")
                .valueStream()
                .forEach(tag -> tags.putIfAbsent(tag.path("name").asString(""), tag));
    }

    ObjectNode document() {
        document.put("openapi", "3.1.0");
        document.putObject("info").put("title", "Longshore").put("version", "v1");
        document.putArray("servers").addObject().put("url", "/");
        document.putArray("tags").addAll(tags.values());
        document.set("paths", paths);
        document.putObject("components").set("schemas", schemas);
        return document;
    }

    private static JsonNode following(JsonNode node, Map<String, String> renamed) {
        if (renamed.isEmpty()) {
            return node;
        }
        if (node instanceof ObjectNode object) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            object.propertyStream().forEach(field -> copy.set(field.getKey(), following(field.getValue(), renamed)));
            return copy;
        }
        if (node.isArray()) {
            return JsonNodeFactory.instance
                    .arrayNode()
                    .addAll(node.valueStream()
                            .map(item -> following(item, renamed))
                            .toList());
        }
        String target = node.isString() ? renamed.get(node.asString()) : null;
        return target == null ? node : StringNode.valueOf(target);
    }
}
