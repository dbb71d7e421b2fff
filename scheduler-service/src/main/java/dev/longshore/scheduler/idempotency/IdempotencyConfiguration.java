package dev.longshore.scheduler.idempotency;

import dev.longshore.scheduler.clock.DatabaseClock;
import org.jdbi.v3.core.Jdbi;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class IdempotencyConfiguration {
    @Bean
    IdempotencyService idempotencyService(Jdbi jdbi, DatabaseClock clock) {
        return new IdempotencyService(jdbi.onDemand(IdempotencyKeyDao.class), clock);
    }
}
