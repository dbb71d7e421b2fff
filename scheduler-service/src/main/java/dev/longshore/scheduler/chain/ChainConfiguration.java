package dev.longshore.scheduler.chain;

import dev.longshore.scheduler.clock.DatabaseClock;
import org.jdbi.v3.core.Jdbi;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ChainConfiguration {
    @Bean
    ChainLedger chainLedger(Jdbi jdbi, DatabaseClock clock) {
        return new ChainLedger(jdbi.onDemand(ChainDao.class), clock);
    }
}
