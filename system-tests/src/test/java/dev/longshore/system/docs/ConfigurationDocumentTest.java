package dev.longshore.system.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Keeps docs/configuration.md in step with the properties that the services really have. */
class ConfigurationDocumentTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "configuration.md");
    private static final String HEAD = """
            # Configuration

            Every property of Longshore's own. In a container, write them as environment variables: `longshore.worker.slots` is `LONGSHORE_WORKER_SLOTS`.
            Spring Boot's properties (`spring.datasource.*`, `spring.kafka.bootstrap-servers`, `server.port`, `management.*`) apply as well. This page is generated;
            `./mvnw -pl system-tests test -Dtest=ConfigurationDocumentTest -Dlongshore.docs.write=true` writes it anew.

            | property | default | what it does |
            |---|---|---|
            """;

    @Test
    void the_document_lists_every_property_with_its_default_and_meaning() throws IOException {
        String expected = HEAD + table();
        if (Boolean.getBoolean("longshore.docs.write")) {
            Files.writeString(DOCUMENT, expected);
        }
        assertThat(Files.readString(DOCUMENT))
                .as("docs/configuration.md; the command in its head writes it anew")
                .isEqualTo(expected);
    }

    private static String table() throws IOException {
        Map<String, String> rows = new TreeMap<>();
        var metadata = Thread.currentThread()
                .getContextClassLoader()
                .getResources("META-INF/spring-configuration-metadata.json");
        for (URL url : Collections.list(metadata)) {
            for (JsonNode property : read(url).path("properties")) {
                String name = property.path("name").asString();
                if (name.startsWith("longshore.")) {
                    rows.put(name, rowOf(name, property));
                }
            }
        }
        assertThat(rows).as("properties on the class path").hasSizeGreaterThan(10);
        return String.join("", rows.values());
    }

    private static String rowOf(String name, JsonNode property) {
        String description = property.path("description").asString("");
        assertThat(description).as("what %s does: a @param of its record", name).isNotBlank();
        return "| `%s` | %s | %s |%n"
                .formatted(name, defaultOf(property.path("defaultValue")), markdownOf(description));
    }

    private static String markdownOf(String javadoc) {
        return javadoc.replaceAll("\\{@code ([^}]*)}", "`$1`").replace("|", "\\|");
    }

    private static String defaultOf(JsonNode value) {
        if (value.isMissingNode()) {
            return "";
        }
        String text = value.isString() ? value.asString() : value.toString();
        return text.isEmpty() ? "" : "`" + text + "`";
    }

    private static JsonNode read(URL url) throws IOException {
        try (InputStream json = url.openStream()) {
            return JsonMapper.shared().readTree(json);
        }
    }
}
