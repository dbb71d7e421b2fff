package dev.longshore.worker.run;

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
    CancellationDao cancellationDao(Jdbi jdbi) {
        return jdbi.onDemand(CancellationDao.class);
    }
}
