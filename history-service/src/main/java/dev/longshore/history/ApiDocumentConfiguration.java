package dev.longshore.history;

import dev.longshore.platform.web.ApiDescription;
import io.swagger.v3.oas.models.info.Info;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the document of the REST interface says beyond the signatures of the controllers. */
@Configuration(proxyBeanMethods = false)
class ApiDocumentConfiguration {
    @Bean
    OpenApiCustomizer apiDocument() {
        return document -> {
            document.info(new Info()
                    .title("Longshore history-service")
                    .description("Runs, their progress and ETA, and the files they made.")
                    .version("v1"));
            ApiDescription.addFailures(document);
            ApiDescription.addBearerToken(document);
        };
    }
}
