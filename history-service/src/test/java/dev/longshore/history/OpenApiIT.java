package dev.longshore.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.history.testing.HistoryApi;
import dev.longshore.history.testing.RunningHistory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The committed document is what the code offers. Run with {@code -Dlongshore.openapi.accept=true} to write it anew. */
class OpenApiIT {
    private static final Path COMMITTED =
            Path.of(System.getProperty("basedir", "."), "..", "docs", "api", "history-service.json");

    @RegisterExtension
    static final RunningHistory history = RunningHistory.asDelivered();

    @Test
    void the_document_is_what_is_committed() throws IOException {
        HistoryApi api = history.api("VIEWER");
        JsonNode generated = api.getJson("/v3/api-docs");
        ((ObjectNode) generated).remove("servers");
        assertThat(generated.at("/openapi").asString()).startsWith("3.1");
        JsonMapper json = JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .build();
        String document = json.writeValueAsString(json.treeToValue(generated, Object.class)) + "\n";
        if (Boolean.getBoolean("longshore.openapi.accept")) {
            Files.createDirectories(COMMITTED.getParent());
            Files.writeString(COMMITTED, document);
        }
        assertThat(document)
                .as("the interface changed; look at the change and write docs/api/history-service.json anew")
                .isEqualTo(Files.readString(COMMITTED));
    }
}
