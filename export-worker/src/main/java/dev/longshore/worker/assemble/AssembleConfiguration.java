package dev.longshore.worker.assemble;

import dev.longshore.artifact.ArtifactStore;
import dev.longshore.platform.fault.FaultPoints;
import dev.longshore.worker.chunk.ChunkDao;
import dev.longshore.worker.dataset.RunDataset;
import dev.longshore.worker.event.TaskEventPublisher;
import dev.longshore.worker.file.FileDao;
import dev.longshore.worker.file.StreamedFileDao;
import dev.longshore.worker.lease.FreeTasks;
import dev.longshore.worker.progress.ProgressBoard;
import dev.longshore.worker.run.RunDao;
import dev.longshore.worker.task.TaskDao;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AssembleConfiguration {
    @Bean
    AssembleLedger assembleLedger(
            RunDao runs, TaskDao tasks, FileDao files, TaskEventPublisher events, FreeTasks freeTasks) {
        return new AssembleLedger(runs, tasks, files, events, freeTasks);
    }

    @Bean
    RunSegments runSegments(ChunkDao chunks) {
        return new RunSegments(chunks);
    }

    @Bean
    LayOutStep layOutStep(
            RunDao runs,
            RunSegments segments,
            StreamedFileDao streamed,
            RunDataset datasets,
            ArtifactStore store,
            AssembleLedger ledger) {
        return new LayOutStep(runs, segments, streamed, datasets, store, ledger);
    }

    @Bean
    AssembleStep assembleStep(
            RunDao runs,
            FileDao files,
            RunSegments segments,
            RunDataset datasets,
            ArtifactStore store,
            ProgressBoard progress,
            AssembleLedger ledger,
            FaultPoints faults) {
        return new AssembleStep(runs, files, segments, datasets, store, progress, ledger, faults);
    }
}
