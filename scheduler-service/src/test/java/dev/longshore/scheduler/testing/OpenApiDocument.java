package dev.longshore.scheduler.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The committed description of a service's REST interface: {@code docs/api/<service>.json}. */
public record OpenApiDocument(String service) {
    private static final String ACCEPT = "longshore.openapi.accept";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    /** Fails when the interface is not as committed; with {@code -Dlongshore.openapi.accept=true} commits to it. */
    public void assertSameAs(JsonNode generated) {
        ((ObjectNode) generated).remove("servers");
        var text = JSON.writeValueAsString(JSON.treeToValue(generated, Object.class)) + "\n";
        var file = Path.of("..", "docs", "api", service + ".json");
        try {
            if (Boolean.getBoolean(ACCEPT)) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, text);
            }
            assertThat(text)
                    .as(
                            "The REST interface differs from %s. If clients survive the change, run the test again with"
                                    + " -D%s=true and commit the file; otherwise keep the interface as it was.",
                            file, ACCEPT)
                    .isEqualTo(Files.exists(file) ? Files.readString(file) : "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
