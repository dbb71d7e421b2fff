package dev.longshore.worker.export;

import dev.longshore.artifact.ArtifactStore;
import dev.longshore.platform.fault.FaultPoints;
import dev.longshore.platform.polling.PollingLoop;
import dev.longshore.worker.chunk.ChunkDao;
import dev.longshore.worker.dataset.RunDataset;
import dev.longshore.worker.event.TaskEventPublisher;
import dev.longshore.worker.file.StreamedFileDao;
import dev.longshore.worker.lease.FreeTasks;
import dev.longshore.worker.lease.SlotCount;
import dev.longshore.worker.progress.ProgressBoard;
import dev.longshore.worker.run.RunDao;
import dev.longshore.worker.source.ContactSource;
import dev.longshore.worker.stream.FileStreams;
import dev.longshore.worker.task.TaskDao;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ExportProperties.class)
class ExportConfiguration {
    /** After which a stream that nobody continues lets go of its file. */
    private static final Duration IDLE = Duration.ofMinutes(1);

    @Bean
    ExportLedger exportLedger(
            RunDao runs,
            TaskDao tasks,
            ChunkDao chunks,
            StreamedFileDao streamed,
            TaskEventPublisher events,
            FreeTasks freeTasks) {
        return new ExportLedger(runs, tasks, chunks, streamed, events, freeTasks);
    }

    @Bean
    @ConditionalOnBooleanProperty(name = "longshore.worker.export.stream-files", matchIfMissing = true)
    FileStreams fileStreams(ArtifactStore store, SlotCount slots) {
        return new FileStreams(store, slots.value(), System::nanoTime);
    }

    @Bean
    @ConditionalOnBooleanProperty(name = "longshore.worker.export.stream-files", matchIfMissing = true)
    PollingLoop fileStreamLoop(FileStreams streams, MeterRegistry meters) {
        return new PollingLoop(
                "file-streams",
                IDLE.dividedBy(2),
                () -> {
                    streams.closeIdle(IDLE);
                    return false;
                },
                meters);
    }

    @Bean
    SourceTurns sourceTurns(SlotCount slots) {
        return new SourceTurns(slots.value());
    }

    @Bean
    ExportStep exportStep(
            RunDao runs,
            ChunkDao chunks,
            RunDataset datasets,
            ContactSource source,
            ArtifactStore store,
            Optional<FileStreams> streams,
            SourceTurns turns,
            ProgressBoard progress,
            ExportLedger ledger,
            FaultPoints faults) {
        return new ExportStep(runs, chunks, datasets, source, store, streams, turns, progress, ledger, faults);
    }
}
