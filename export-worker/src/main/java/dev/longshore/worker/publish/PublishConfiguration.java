package dev.longshore.worker.publish;

import dev.longshore.artifact.ArtifactStore;
import dev.longshore.platform.fault.FaultPoints;
import dev.longshore.platform.polling.PollingLoop;
import dev.longshore.worker.chunk.ChunkDao;
import dev.longshore.worker.dataset.RunDataset;
import dev.longshore.worker.file.FileDao;
import dev.longshore.worker.outcome.RunOutcomeLedger;
import dev.longshore.worker.run.RunDao;
import dev.longshore.worker.task.TaskDao;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PublishProperties.class)
class PublishConfiguration {
    private static final Duration CLEAN_INTERVAL = Duration.ofSeconds(10);
    private static final Duration LATE_INTERVAL = Duration.ofHours(1);

    @Bean
    PublishLedger publishLedger(RunDao runs, TaskDao tasks, RunOutcomeLedger outcomes) {
        return new PublishLedger(runs, tasks, outcomes);
    }

    @Bean
    PublishStep publishStep(
            RunDao runs,
            FileDao files,
            ChunkDao chunks,
            RunDataset datasets,
            ArtifactStore store,
            PublishLedger ledger,
            FaultPoints faults,
            PublishProperties properties) {
        RunVerification verification = new RunVerification(chunks, store);
        return new PublishStep(runs, files, datasets, store, verification, ledger, faults, properties);
    }

    @Bean
    RunCleaner runCleaner(RunDao runs, ArtifactStore store, PublishProperties properties) {
        return new RunCleaner(runs, store, properties.cleanUpAfter());
    }

    @Bean
    PollingLoop runCleanLoop(RunCleaner cleaner, MeterRegistry meters) {
        return new PollingLoop("run-cleaner", CLEAN_INTERVAL, cleaner::clean, meters);
    }

    @Bean
    PollingLoop lateStagingLoop(RunCleaner cleaner, MeterRegistry meters) {
        return new PollingLoop("late-staging-cleaner", LATE_INTERVAL, cleaner::cleanLate, meters);
    }
}
