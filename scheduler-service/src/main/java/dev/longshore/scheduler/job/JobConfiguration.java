package dev.longshore.scheduler.job;

import dev.longshore.platform.audit.AuditTrail;
import dev.longshore.scheduler.access.JobAccess;
import dev.longshore.scheduler.backfill.OpenBackfills;
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
    JobDao jobDao(Jdbi jdbi) {
        return jdbi.onDemand(JobDao.class);
    }

    @Bean
    JobRows jobRows(JobDao dao, SettingsJson json, ChainLedger chains) {
        return new JobRows(dao, json, chains);
    }

    @Bean
    JobService jobService(
            JobDao dao,
            JobRows rows,
            JobVersionDao versions,
            JobRequestReader reader,
            SettingsJson json,
            RunLedger runs,
            ChainLedger chains,
            DatabaseClock clock,
            FiringSignal signal,
            IdempotencyService idempotency,
            AuditTrail audit) {
        return new JobService(dao, rows, versions, reader, json, runs, chains, clock, signal, idempotency, audit);
    }

    @Bean
    JobCommandService jobCommandService(
            JobDao dao,
            JobRows rows,
            RunLedger runs,
            OpenBackfills backfills,
            DatabaseClock clock,
            FiringSignal signal,
            IdempotencyService idempotency,
            AuditTrail audit) {
        return new JobCommandService(dao, rows, runs, backfills, clock, signal, idempotency, audit);
    }

    @Bean
    MissedService missedService(JobRows rows, ChainLedger chains, DatabaseClock clock) {
        return new MissedService(rows, chains, clock);
    }

    @Bean
    JobVersionService jobVersionService(JobRows rows, JobVersionDao versions, SettingsJson json) {
        return new JobVersionService(rows, versions, json);
    }

    @Bean
    BulkCommands bulkCommands(JobCommandService commands, JobAccess access) {
        return new BulkCommands(commands, access);
    }

    @Bean
    FailureLimit failureLimit(
            JobDao dao, JobRows rows, OpenBackfills backfills, DatabaseClock clock, AuditTrail audit) {
        return new FailureLimit(dao, rows, backfills, clock, audit);
    }

    @Bean
    JobListService jobListService(Jdbi jdbi, SettingsJson json) {
        return new JobListService(jdbi.onDemand(JobListDao.class), json);
    }
}
