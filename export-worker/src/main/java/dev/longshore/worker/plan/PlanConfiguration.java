package dev.longshore.worker.plan;

import dev.longshore.worker.chunk.ChunkDao;
import dev.longshore.worker.dataset.RunDataset;
import dev.longshore.worker.event.RunEventPublisher;
import dev.longshore.worker.lease.FreeTasks;
import dev.longshore.worker.run.RunDao;
import dev.longshore.worker.source.ContactSource;
import dev.longshore.worker.source.WindowClosing;
import dev.longshore.worker.task.TaskDao;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PlanProperties.class)
class PlanConfiguration {
    @Bean
    PlanLedger planLedger(RunDao runs, TaskDao tasks, ChunkDao chunks, RunEventPublisher events, FreeTasks freeTasks) {
        return new PlanLedger(runs, tasks, chunks, events, freeTasks);
    }

    @Bean
    PlanStep planStep(
            RunDao runs,
            RunDataset datasets,
            ContactSource source,
            WindowClosing closing,
            PlanLedger ledger,
            PlanProperties properties) {
        return new PlanStep(runs, datasets, source, closing, ledger, properties);
    }
}
