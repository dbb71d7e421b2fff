package dev.longshore.scheduler.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads catalog entries; fields that only workers need are passed over. */
final class CatalogReader {
    private final JsonMapper json;

    CatalogReader(JsonMapper json) {
        this.json = json;
    }

    /** @param resource path of an entry on the class path; an unreadable one is a defect of the build */
    Catalog.Source read(String resource) throws IOException {
        try (InputStream stream = Objects.requireNonNull(
                CatalogReader.class.getResourceAsStream(resource), () -> "no catalog entry " + resource)) {
            return source(json.readTree(stream));
        }
    }

    private static Catalog.Source source(JsonNode entry) {
        return new Catalog.Source(
                entry.required("source").asString(),
                entry.required("label").asString(),
                texts(entry.required("formats")),
                texts(entry.required("compressions")),
                items(entry.required("types")).map(CatalogReader::type).toList());
    }

    private static Catalog.Type type(JsonNode entry) {
        return new Catalog.Type(
                entry.required("type").asString(),
                entry.required("label").asString(),
                texts(entry.required("dateColumns")),
                entry.required("defaultDateColumn").asString(),
                items(entry.path("entityTypes"))
                        .map(node -> new Catalog.EntityType(
                                node.required("name").asString(),
                                node.required("label").asString()))
                        .toList());
    }

    private static List<String> texts(JsonNode array) {
        return items(array).map(JsonNode::asString).toList();
    }

    private static java.util.stream.Stream<JsonNode> items(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
