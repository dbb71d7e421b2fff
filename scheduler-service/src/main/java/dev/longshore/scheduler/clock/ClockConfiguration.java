package dev.longshore.scheduler.clock;

import org.jdbi.v3.core.Jdbi;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ClockConfiguration {
    @Bean
    @ConditionalOnMissingBean
    DatabaseClock databaseClock(Jdbi jdbi) {
        return jdbi.onDemand(DatabaseClockDao.class);
    }
}
