package dev.longshore.scheduler.settings;

import dev.longshore.scheduler.catalog.Catalog;
import org.jdbi.v3.core.Jdbi;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class SettingsConfiguration {
    @Bean
    JobRequestReader jobRequestReader(Catalog catalog) {
        return new JobRequestReader(catalog);
    }

    @Bean
    SettingsJson settingsJson(JsonMapper json) {
        return new SettingsJson(json);
    }

    @Bean
    JobVersionDao jobVersionDao(Jdbi jdbi) {
        return jdbi.onDemand(JobVersionDao.class);
    }
}
