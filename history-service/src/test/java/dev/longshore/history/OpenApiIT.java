package dev.longshore.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.history.testing.HistoryApi;
import dev.longshore.testing.KafkaExtension;
import dev.longshore.testing.PostgresExtension;
import dev.longshore.testing.TestTokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.env.Environment;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The committed document is what the code offers. Run with {@code -Dlongshore.openapi.accept=true} to write it anew. */
@SpringBootTest(
        classes = HistoryApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "spring.config.name=history-service")
@DirtiesContext
class OpenApiIT {
    private static final Path COMMITTED =
            Path.of(System.getProperty("basedir", "."), "..", "docs", "api", "history-service.json");

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    @RegisterExtension
    static final KafkaExtension kafka = new KafkaExtension();

    static final TestTokens tokens = TestTokens.start();

    @TempDir
    static Path directory;

    @Autowired
    Environment environment;

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry registry) {
        postgres.register(registry);
        kafka.register(registry);
        registry.add("longshore.artifacts.directory", directory::toString);
        registry.add("spring.security.oauth2.resourceserver.jwt.jwk-set-uri", tokens::jwkSetUri);
    }

    @Test
    void the_document_is_what_is_committed() throws IOException {
        HistoryApi api =
                new HistoryApi(environment.getRequiredProperty("local.server.port", Integer.class), tokens, "VIEWER");
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
