package dev.longshore.scheduler.firing;

import dev.longshore.platform.polling.PollingLoop;
import dev.longshore.scheduler.backfill.BackfillQueueService;
import dev.longshore.scheduler.chain.ChainLedger;
import dev.longshore.scheduler.clock.DatabaseClock;
import dev.longshore.scheduler.run.FiringSignal;
import dev.longshore.scheduler.run.RunLedger;
import dev.longshore.scheduler.settings.SettingsJson;
import io.micrometer.core.instrument.MeterRegistry;
import org.jdbi.v3.core.Jdbi;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FiringProperties.class)
class FiringConfiguration {
    @Bean
    FiringService firingService(
            Jdbi jdbi,
            RunLedger runs,
            ChainLedger chains,
            SettingsJson json,
            DatabaseClock clock,
            FiringProperties properties) {
        return new FiringService(jdbi.onDemand(FiringDao.class), runs, chains, json, clock, properties);
    }

    @Bean
    PollingLoop dueJobLoop(
            FiringService firing,
            RunLedger runs,
            BackfillQueueService backfills,
            FiringProperties properties,
            MeterRegistry meters) {
        return new PollingLoop(
                "due-jobs", properties.interval(), new DueJobScanner(firing, runs, backfills)::scan, meters);
    }

    /** The loop is looked up late: it needs the services that signal to it. */
    @Bean
    FiringSignal firingSignal(@Qualifier("dueJobLoop") ObjectProvider<PollingLoop> loop) {
        return new AfterCommitSignal(() -> loop.getObject().wake());
    }
}
