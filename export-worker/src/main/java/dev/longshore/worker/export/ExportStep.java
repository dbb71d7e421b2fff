package dev.longshore.worker.export;

import dev.longshore.artifact.ArtifactStore;
import dev.longshore.artifact.StagedName;
import dev.longshore.platform.fault.FaultPoints;
import dev.longshore.worker.chunk.ChunkDao;
import dev.longshore.worker.chunk.ChunkRow;
import dev.longshore.worker.dataset.RunDataset;
import dev.longshore.worker.lease.StepOutcome;
import dev.longshore.worker.lease.TaskStep;
import dev.longshore.worker.lease.WorkerFaults;
import dev.longshore.worker.progress.ProgressBoard;
import dev.longshore.worker.run.RunDao;
import dev.longshore.worker.run.RunRow;
import dev.longshore.worker.segment.BlockCodec;
import dev.longshore.worker.segment.Segment;
import dev.longshore.worker.segment.SegmentWriter;
import dev.longshore.worker.source.ContactSource;
import dev.longshore.worker.source.KeyRange;
import dev.longshore.worker.source.Selection;
import dev.longshore.worker.source.StopSignal;
import dev.longshore.worker.task.Lease;
import dev.longshore.worker.task.TaskKind;

/**
 * Exports one chunk to a segment whose name carries the epoch, so that no two attempts write to the same object. The
 * segment counts once its result is committed; what lost attempts wrote is removed with the run's staging area.
 */
final class ExportStep implements TaskStep {
    private final RunDao runs;
    private final ChunkDao chunks;
    private final RunDataset datasets;
    private final ContactSource source;
    private final ArtifactStore store;
    private final ProgressBoard progress;
    private final ExportLedger ledger;
    private final FaultPoints faults;

    ExportStep(
            RunDao runs,
            ChunkDao chunks,
            RunDataset datasets,
            ContactSource source,
            ArtifactStore store,
            ProgressBoard progress,
            ExportLedger ledger,
            FaultPoints faults) {
        this.runs = runs;
        this.chunks = chunks;
        this.datasets = datasets;
        this.source = source;
        this.store = store;
        this.progress = progress;
        this.ledger = ledger;
        this.faults = faults;
    }

    @Override
    public TaskKind kind() {
        return TaskKind.EXPORT;
    }

    @Override
    public StepOutcome work(Lease lease, StopSignal stop) {
        RunRow run = runs.find(lease.run().value()).orElseThrow();
        ChunkRow chunk = chunks.find(run.runId(), lease.number()).orElseThrow();
        Selection selection = datasets.selection(run.settings());
        StagedName name =
                new StagedName(run.runId().toString(), "chunk-%d-%d".formatted(lease.number(), lease.epoch()));
        Segment segment;
        try (ProgressBoard.Entry entry = progress.begin(run.jobId(), lease, chunk.keys(), rowsPerKey(run));
                SegmentWriter writer = SegmentWriter.open(
                        store, name, datasets.format(run.settings()), selection.type(), BlockCodec.NONE, entry)) {
            long rows = source.read(selection, KeyRange.decode(chunk.keyRange()), writer.records(), stop);
            stop.throwIfStopped();
            segment = writer.finish(rows);
        }
        faults.reached(WorkerFaults.SEGMENT_STORED, lease.task().toString());
        return ledger.commit(lease, segment);
    }

    private static double rowsPerKey(RunRow run) {
        Long expected = run.expectedRows();
        if (expected == null || expected <= 0 || run.keys() <= 0) {
            return 1;
        }
        return Math.min(1, (double) expected / run.keys());
    }
}
