package dev.longshore.scheduler.job;

import dev.longshore.scheduler.chain.ChainLedger;
import dev.longshore.scheduler.clock.DatabaseClock;
import dev.longshore.scheduler.idempotency.IdempotencyService;
import dev.longshore.scheduler.run.FiringSignal;
import dev.longshore.scheduler.run.RunLedger;
import dev.longshore.scheduler.settings.JobRequestReader;
import dev.longshore.scheduler.settings.JobVersionDao;
import dev.longshore.scheduler.settings.SettingsJson;
import org.jdbi.v3.core.Jdbi;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class JobConfiguration {
    @Bean
    JobService jobService(
            Jdbi jdbi,
            JobVersionDao versions,
            JobRequestReader reader,
            SettingsJson json,
            RunLedger runs,
            ChainLedger chains,
            DatabaseClock clock,
            FiringSignal signal,
            IdempotencyService idempotency) {
        return new JobService(
                jdbi.onDemand(JobDao.class), versions, reader, json, runs, chains, clock, signal, idempotency);
    }

    @Bean
    JobListService jobListService(Jdbi jdbi, SettingsJson json) {
        return new JobListService(jdbi.onDemand(JobListDao.class), json);
    }
}
