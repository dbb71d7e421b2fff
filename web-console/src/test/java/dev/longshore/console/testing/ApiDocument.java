package dev.longshore.console.testing;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.console.WebConsoleApplication;
import dev.longshore.platform.web.ApiDescription;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.RegexPatternTypeFilter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The description of the console's REST interface, {@code docs/api/web-console.json}. The console delivers the committed
 * file; it is generated in tests only, to find that code and file agree.
 */
@TestConfiguration(proxyBeanMethods = false)
public class ApiDocument {
    private static final Path COMMITTED = Path.of("..", "docs", "api", "web-console.json");
    private static final String ACCEPT = "longshore.openapi.accept";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    /** Fails when the interface is not as committed; with {@code -Dlongshore.openapi.accept=true} commits to it. */
    public static void assertCommitted(JsonNode generated) throws IOException {
        ((ObjectNode) generated).remove("servers");
        String text = JSON.writeValueAsString(JSON.treeToValue(generated, Object.class)) + "\n";
        if (Boolean.getBoolean(ACCEPT)) {
            Files.writeString(COMMITTED, text);
        }
        assertThat(text)
                .as(
                        "The REST interface differs from %s. If clients survive the change, run the test again with"
                                + " -D%s=true and commit the file; otherwise keep the interface as it was.",
                        COMMITTED, ACCEPT)
                .isEqualTo(Files.exists(COMMITTED) ? Files.readString(COMMITTED) : "");
    }

    @Bean
    OpenApiCustomizer apiDocument() {
        return document -> {
            document.info(new Info()
                    .title("Longshore web-console")
                    .description("Sign-in, local users, personal access tokens and preferences.")
                    .version("v1"));
            Map<String, Class<?>> records = records();
            document.getComponents()
                    .getSchemas()
                    .forEach((name, schema) ->
                            describeFields(schema, requireNonNull(records.get(name), "no record is named " + name)));
            ApiDescription.addFailures(document);
            secure(document);
        };
    }

    /** Answers have all their fields, null where that is possible; in a request only what is asked for must be there. */
    private static void describeFields(Schema<?> schema, Class<?> record) {
        Set<String> required = new TreeSet<>(schema.getRequired() == null ? List.of() : schema.getRequired());
        boolean isAnswer = !record.getSimpleName().endsWith("Request");
        for (RecordComponent component : record.getRecordComponents()) {
            boolean mayBeNull = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            String field = component.getName();
            if (mayBeNull && !required.contains(field)) {
                Schema<?> property =
                        requireNonNull((Schema<?>) schema.getProperties().get(field));
                Set<String> types = new TreeSet<>(property.getTypes());
                types.add("null");
                property.setTypes(types);
            }
            if (isAnswer || !mayBeNull) {
                required.add(field);
            }
        }
        schema.setRequired(List.copyOf(required));
    }

    /** All records of the console by their simple names. */
    private static Map<String, Class<?>> records() {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new RegexPatternTypeFilter(Pattern.compile(".*(View|Request)")));
        Map<String, Class<?>> records = new TreeMap<>();
        for (BeanDefinition found : scanner.findCandidateComponents(WebConsoleApplication.class.getPackageName())) {
            try {
                Class<?> type = Class.forName(found.getBeanClassName());
                records.put(type.getSimpleName(), type);
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException(e);
            }
        }
        return records;
    }

    private static void secure(OpenAPI document) {
        document.getComponents()
                .addSecuritySchemes(
                        "session",
                        new SecurityScheme()
                                .type(SecurityScheme.Type.APIKEY)
                                .in(SecurityScheme.In.COOKIE)
                                .name("LONGSHORE_SESSION")
                                .description("changes need the header X-CSRF-TOKEN too"))
                .addSecuritySchemes(
                        "basic",
                        new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("basic"))
                .addSecuritySchemes(
                        "bearer",
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .description("a personal access token, or an access token of the provider"));
        for (String way : List.of("session", "basic", "bearer")) {
            document.addSecurityItem(new SecurityRequirement().addList(way));
        }
    }
}
