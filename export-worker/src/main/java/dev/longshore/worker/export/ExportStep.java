package dev.longshore.worker.export;

import dev.longshore.artifact.ArtifactStore;
import dev.longshore.artifact.StagedName;
import dev.longshore.platform.fault.FaultPoints;
import dev.longshore.worker.chunk.ChunkDao;
import dev.longshore.worker.chunk.ChunkRow;
import dev.longshore.worker.dataset.RunDataset;
import dev.longshore.worker.format.RecordFormat;
import dev.longshore.worker.layout.AssembledFile;
import dev.longshore.worker.lease.Slot;
import dev.longshore.worker.lease.StepOutcome;
import dev.longshore.worker.lease.TaskStep;
import dev.longshore.worker.lease.WorkerFaults;
import dev.longshore.worker.progress.ProgressBoard;
import dev.longshore.worker.run.RunDao;
import dev.longshore.worker.run.RunRow;
import dev.longshore.worker.segment.BlockCodec;
import dev.longshore.worker.segment.ProgressListener;
import dev.longshore.worker.segment.Segment;
import dev.longshore.worker.segment.SegmentWriter;
import dev.longshore.worker.source.ContactSource;
import dev.longshore.worker.source.KeyRange;
import dev.longshore.worker.source.Selection;
import dev.longshore.worker.source.StopSignal;
import dev.longshore.worker.stream.ChunkStream;
import dev.longshore.worker.stream.FileStreams;
import dev.longshore.worker.task.Lease;
import dev.longshore.worker.task.TaskKind;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Exports one chunk to a segment whose names carry the epoch, so that no two attempts write to the same object. The
 * segment counts once its result is committed; what lost attempts wrote is removed with the run's staging area. The next chunk
 * is let in before this one has been read to its end, and read while this one's result is stored.
 */
final class ExportStep implements TaskStep {
    /** Share of a chunk after which the next one may come: claiming it takes about as long as reading what is left. */
    private static final double NEARLY_READ = 0.8;

    private final RunDao runs;
    private final ChunkDao chunks;
    private final RunDataset datasets;
    private final ContactSource source;
    private final ArtifactStore store;
    private final Optional<FileStreams> streams;
    private final SourceTurns turns;
    private final ProgressBoard progress;
    private final ExportLedger ledger;
    private final FaultPoints faults;

    /** @param streams empty when every chunk is to become an object of its own */
    ExportStep(
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
        this.runs = runs;
        this.chunks = chunks;
        this.datasets = datasets;
        this.source = source;
        this.store = store;
        this.streams = streams;
        this.turns = turns;
        this.progress = progress;
        this.ledger = ledger;
        this.faults = faults;
    }

    @Override
    public TaskKind kind() {
        return TaskKind.EXPORT;
    }

    @Override
    public StepOutcome work(Lease lease, StopSignal stop, Slot slot) {
        RunRow run = runs.find(lease.run().value()).orElseThrow();
        ChunkRow chunk = chunks.find(run.runId(), lease.number()).orElseThrow();
        Selection selection = datasets.selection(run.settings());
        RecordFormat format = datasets.format(run.settings());
        StagedName name =
                new StagedName(run.runId().toString(), "chunk-%d-%d".formatted(lease.number(), lease.epoch()));
        double rowsPerKey = rowsPerKey(run);
        try (ProgressBoard.Entry entry = progress.begin(run.jobId(), lease, chunk.keys(), rowsPerKey);
                SourceTurns.Turn turn = turns.await(stop)) {
            ProgressListener listener = (rows, bytes) -> {
                entry.advanced(rows, bytes);
                if (rows >= NEARLY_READ * rowsPerKey * chunk.keys()) {
                    slot.freeEarly();
                }
            };
            // Only now, because the chunk before may have been read until a moment ago.
            Optional<ChunkStream> stream = streams.flatMap(all -> all.begin(part(run, lease, format, selection), name));
            try (SegmentWriter writer = stream.isPresent()
                    ? SegmentWriter.open(stream.get(), name, format, selection.type(), BlockCodec.NONE, listener)
                    : SegmentWriter.open(store, name, format, selection.type(), BlockCodec.NONE, listener)) {
                long rows = source.read(selection, KeyRange.decode(chunk.keyRange()), writer.records(), stop);
                stop.throwIfStopped();
                writer.endRecords(rows);
                slot.freeEarly();
                turn.end();
                return commit(lease, writer.complete(), stream);
            }
        }
    }

    private StepOutcome commit(Lease lease, Segment segment, Optional<ChunkStream> stream) {
        faults.reached(WorkerFaults.SEGMENT_STORED, lease.task().toString());
        if (stream.isPresent() && lease.number() > 1) {
            faults.reached(WorkerFaults.CHUNK_STREAMED, lease.task().toString());
        }
        List<AssembledFile> files = stream.map(ChunkStream::files).orElse(List.of());
        return ledger.commit(lease, segment, files);
    }

    private static FileStreams.Part part(RunRow run, Lease lease, RecordFormat format, Selection selection) {
        Long split = run.settings().splitSizeBytes();
        return new FileStreams.Part(
                run.runId(),
                lease.number(),
                run.chunks(),
                lease.epoch(),
                format,
                selection,
                split == null ? OptionalLong.empty() : OptionalLong.of(split));
    }

    private static double rowsPerKey(RunRow run) {
        Long expected = run.expectedRows();
        if (expected == null || expected <= 0 || run.keys() <= 0) {
            return 1;
        }
        return Math.min(1, (double) expected / run.keys());
    }
}
