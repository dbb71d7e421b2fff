package dev.longshore.scheduler.backfill;

import dev.longshore.platform.audit.AuditTrail;
import dev.longshore.scheduler.clock.DatabaseClock;
import dev.longshore.scheduler.idempotency.IdempotencyService;
import dev.longshore.scheduler.run.FiringSignal;
import dev.longshore.scheduler.run.RunLedger;
import dev.longshore.scheduler.settings.JobVersionDao;
import dev.longshore.scheduler.settings.SettingsJson;
import org.jdbi.v3.core.Jdbi;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class BackfillConfiguration {
    @Bean
    BackfillDao backfillDao(Jdbi jdbi) {
        return jdbi.onDemand(BackfillDao.class);
    }

    @Bean
    OpenBackfills openBackfills(BackfillDao dao) {
        return new OpenBackfills(dao);
    }

    @Bean
    BackfillService backfillService(
            BackfillDao dao,
            RunLedger runs,
            SettingsJson json,
            DatabaseClock clock,
            FiringSignal signal,
            IdempotencyService idempotency,
            AuditTrail audit) {
        return new BackfillService(dao, runs, json, clock, signal, idempotency, audit);
    }

    @Bean
    BackfillQueueService backfillQueueService(
            BackfillDao dao, JobVersionDao versions, SettingsJson json, RunLedger runs, DatabaseClock clock) {
        return new BackfillQueueService(dao, versions, json, runs, clock);
    }
}
