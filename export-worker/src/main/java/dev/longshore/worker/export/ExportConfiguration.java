package dev.longshore.worker.export;

import dev.longshore.artifact.ArtifactStore;
import dev.longshore.platform.fault.FaultPoints;
import dev.longshore.worker.chunk.ChunkDao;
import dev.longshore.worker.dataset.RunDataset;
import dev.longshore.worker.event.TaskEventPublisher;
import dev.longshore.worker.lease.FreeTasks;
import dev.longshore.worker.progress.ProgressBoard;
import dev.longshore.worker.run.RunDao;
import dev.longshore.worker.source.ContactSource;
import dev.longshore.worker.task.TaskDao;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ExportConfiguration {
    @Bean
    ExportLedger exportLedger(
            RunDao runs, TaskDao tasks, ChunkDao chunks, TaskEventPublisher events, FreeTasks freeTasks) {
        return new ExportLedger(runs, tasks, chunks, events, freeTasks);
    }

    @Bean
    ExportStep exportStep(
            RunDao runs,
            ChunkDao chunks,
            RunDataset datasets,
            ContactSource source,
            ArtifactStore store,
            ProgressBoard progress,
            ExportLedger ledger,
            FaultPoints faults) {
        return new ExportStep(runs, chunks, datasets, source, store, progress, ledger, faults);
    }
}
