package dev.longshore.scheduler;

import dev.longshore.platform.web.ApiDescription;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Map;
import java.util.Set;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the document of the REST interface says beyond the signatures of the controllers. */
@Configuration(proxyBeanMethods = false)
class ApiDocumentConfiguration {
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
            ApiDescription.addFailures(document);
            ApiDescription.addBearerToken(document);
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
}
