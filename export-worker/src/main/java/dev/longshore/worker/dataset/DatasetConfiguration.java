package dev.longshore.worker.dataset;

import dev.longshore.worker.catalog.Catalog;
import dev.longshore.worker.format.JsonLines;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DatasetConfiguration {
    @Bean
    Catalog catalog() {
        return Catalog.load();
    }

    @Bean
    RunDataset runDataset(Catalog catalog) {
        return new RunDataset(catalog, List.of(new JsonLines()));
    }
}
