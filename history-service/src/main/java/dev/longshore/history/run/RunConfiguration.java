package dev.longshore.history.run;

import org.jdbi.v3.core.Jdbi;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RunConfiguration {
    @Bean
    RunDao runDao(Jdbi jdbi) {
        return jdbi.onDemand(RunDao.class);
    }

    @Bean
    TimelineDao timelineDao(Jdbi jdbi) {
        return jdbi.onDemand(TimelineDao.class);
    }
}
