package dev.longshore.console.me;

import org.jdbi.v3.core.Jdbi;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MeConfiguration {
    @Bean
    @DependsOnDatabaseInitialization
    PreferencesDao preferencesDao(Jdbi jdbi) {
        return jdbi.onDemand(PreferencesDao.class);
    }

    @Bean
    PreferencesService preferencesService(PreferencesDao preferences) {
        return new PreferencesService(preferences);
    }
}
