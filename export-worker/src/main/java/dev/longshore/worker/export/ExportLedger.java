package dev.longshore.worker.export;

import dev.longshore.worker.chunk.ChunkDao;
import dev.longshore.worker.chunk.ChunkRow;
import dev.longshore.worker.event.TaskEventPublisher;
import dev.longshore.worker.file.StreamedFileDao;
import dev.longshore.worker.file.StreamedFileRow;
import dev.longshore.worker.layout.AssembledFile;
import dev.longshore.worker.lease.FreeTasks;
import dev.longshore.worker.lease.StepOutcome;
import dev.longshore.worker.run.RunDao;
import dev.longshore.worker.run.RunRow;
import dev.longshore.worker.segment.Extent;
import dev.longshore.worker.segment.Segment;
import dev.longshore.worker.task.Lease;
import dev.longshore.worker.task.TaskDao;
import dev.longshore.worker.task.TaskKind;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.transaction.annotation.Transactional;

/** Records exported chunks. The first committed attempt wins; the last chunk of a run frees the next step. */
class ExportLedger {
    private final RunDao runs;
    private final TaskDao tasks;
    private final ChunkDao chunks;
    private final StreamedFileDao streamed;
    private final TaskEventPublisher events;
    private final FreeTasks freeTasks;

    ExportLedger(
            RunDao runs,
            TaskDao tasks,
            ChunkDao chunks,
            StreamedFileDao streamed,
            TaskEventPublisher events,
            FreeTasks freeTasks) {
        this.runs = runs;
        this.tasks = tasks;
        this.chunks = chunks;
        this.streamed = streamed;
        this.events = events;
        this.freeTasks = freeTasks;
    }

    /**
     * Makes the segment the chunk's result. Counting under the run's row lock makes exactly one chunk the last.
     *
     * @param files that ended within the chunk and need not be put together any more
     */
    @Transactional
    public StepOutcome commit(Lease lease, Segment segment, List<AssembledFile> files) {
        UUID runId = lease.run().value();
        Optional<RunRow> locked = runs.lock(runId);
        if (locked.isEmpty() || !tasks.markDone(lease.task().value(), lease.epoch())) {
            return StepOutcome.SUPERSEDED;
        }
        RunRow run = locked.get();
        ChunkRow chunk = chunks.find(runId, lease.number()).orElseThrow();
        boolean first = chunks.markExported(
                runId,
                lease.number(),
                lease.epoch(),
                segment.object().object(),
                segment.rows(),
                segment.plainBytes(),
                segment.storedBytes(),
                segment.checksum(),
                segment.extents().stream().map(Extent::encode).toList());
        if (!first || !runs.countChunk(runId)) {
            throw new IllegalStateException("chunk %d of run %s was done already".formatted(lease.number(), runId));
        }
        streamed.insertAll(
                files.stream().map(file -> StreamedFileRow.of(runId, file)).toList());
        events.chunkExported(run, lease, chunk.keys(), segment.rows(), segment.plainBytes());
        if (run.chunksDone() + 1 == run.chunks()) {
            freeTasks.add(run, TaskKind.LAY_OUT, 1);
        }
        return StepOutcome.FINISHED;
    }
}
