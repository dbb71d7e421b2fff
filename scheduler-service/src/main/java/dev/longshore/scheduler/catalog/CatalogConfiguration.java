package dev.longshore.scheduler.catalog;

import java.io.IOException;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class CatalogConfiguration {
    @Bean
    Catalog catalog(JsonMapper json) throws IOException {
        return new Catalog(List.of(new CatalogReader(json).read("/catalog/contact-history.json")));
    }
}
