package dev.longshore.scheduler;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the document of the REST interface says beyond the signatures of the controllers. */
@Configuration(proxyBeanMethods = false)
class ApiDocumentConfiguration {
    private static final String PROBLEM = "Problem";
    private static final String BEARER = "bearer";

    /** Fields that may be absent; all others are always there. */
    private static final Map<String, Set<String>> OPTIONAL = Map.ofEntries(
            Map.entry(
                    "JobSettings",
                    Set.of(
                            "description",
                            "entityTypes",
                            "timeZone",
                            "dateColumn",
                            "output",
                            "missedRuns",
                            "overlap",
                            "suspendAfterFailures",
                            "retentionDays")),
            Map.entry("Output", Set.of("format", "compression", "splitSizeMb", "certificateId")),
            Map.entry("Once", Set.of("startAt")),
            Map.entry("SinceLast", Set.of("from")),
            Map.entry("MonthlyOnADay", Set.of("shortMonths")),
            Map.entry("Suspension", Set.of("reason")),
            Map.entry("BulkSuspension", Set.of("reason")),
            Map.entry("Resumption", Set.of("missedRuns")),
            Map.entry("BulkResumption", Set.of("missedRuns")),
            Map.entry("BackfillRequest", Set.of("dryRun")),
            Map.entry("RunNow", Set.of("window")));

    @Bean
    OpenApiCustomizer apiDocument() {
        return document -> {
            document.info(new Info()
                    .title("Longshore scheduler-service")
                    .description("Jobs: what is exported and when. Runs are issued by the schedule or by hand.")
                    .version("v1"));
            document.getComponents().getSchemas().forEach(ApiDocumentConfiguration::requireFields);
            document.getComponents().addSchemas(PROBLEM, problem());
            document.getComponents()
                    .addSecuritySchemes(
                            BEARER,
                            new SecurityScheme()
                                    .type(SecurityScheme.Type.HTTP)
                                    .scheme(BEARER)
                                    .bearerFormat("JWT"));
            document.addSecurityItem(new SecurityRequirement().addList(BEARER));
            operations(document).forEach(ApiDocumentConfiguration::mayFail);
        };
    }

    private static void requireFields(String name, Schema<?> schema) {
        if (schema.getProperties() != null) {
            var optional = OPTIONAL.getOrDefault(name, Set.of());
            schema.setRequired(schema.getProperties().keySet().stream()
                    .filter(field -> !optional.contains(field))
                    .sorted()
                    .toList());
        }
    }

    private static List<Operation> operations(OpenAPI document) {
        return document.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .toList();
    }

    private static void mayFail(Operation operation) {
        var content = new Content()
                .addMediaType(
                        "application/problem+json",
                        new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM)));
        operation
                .getResponses()
                .addApiResponse(
                        "default",
                        new ApiResponse().description("Any failure (RFC 9457)").content(content));
    }

    private static Schema<?> problem() {
        var error = new ObjectSchema()
                .addProperty("field", new StringSchema())
                .addProperty("rejected", new Schema<>().description("the refused value; null when it was missing"))
                .addProperty("message", new StringSchema());
        return new ObjectSchema()
                .addProperty("type", new StringSchema().format("uri"))
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema())
                .addProperty("instance", new StringSchema().format("uri"))
                .addProperty("errors", new ArraySchema().items(error).description("all problems of a bad request"));
    }
}
