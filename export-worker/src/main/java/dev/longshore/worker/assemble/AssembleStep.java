package dev.longshore.worker.assemble;

import dev.longshore.artifact.ArtifactStore;
import dev.longshore.artifact.StagedName;
import dev.longshore.platform.fault.FaultPoints;
import dev.longshore.worker.dataset.RunDataset;
import dev.longshore.worker.file.FileDao;
import dev.longshore.worker.file.FileRow;
import dev.longshore.worker.format.RecordFormat;
import dev.longshore.worker.layout.AssembledFile;
import dev.longshore.worker.layout.FileAssembler;
import dev.longshore.worker.layout.FileInterval;
import dev.longshore.worker.layout.SegmentPosition;
import dev.longshore.worker.lease.Slot;
import dev.longshore.worker.lease.StepOutcome;
import dev.longshore.worker.lease.TaskStep;
import dev.longshore.worker.lease.WorkerFaults;
import dev.longshore.worker.progress.ProgressBoard;
import dev.longshore.worker.run.RunDao;
import dev.longshore.worker.run.RunRow;
import dev.longshore.worker.segment.BlockCodec;
import dev.longshore.worker.segment.Segment;
import dev.longshore.worker.source.StopSignal;
import dev.longshore.worker.task.Lease;
import dev.longshore.worker.task.TaskKind;
import java.util.List;

/** Puts one file together under a private name that carries the epoch. */
final class AssembleStep implements TaskStep {
    private final RunDao runs;
    private final FileDao files;
    private final RunSegments segments;
    private final RunDataset datasets;
    private final ArtifactStore store;
    private final ProgressBoard progress;
    private final AssembleLedger ledger;
    private final FaultPoints faults;

    AssembleStep(
            RunDao runs,
            FileDao files,
            RunSegments segments,
            RunDataset datasets,
            ArtifactStore store,
            ProgressBoard progress,
            AssembleLedger ledger,
            FaultPoints faults) {
        this.runs = runs;
        this.files = files;
        this.segments = segments;
        this.datasets = datasets;
        this.store = store;
        this.progress = progress;
        this.ledger = ledger;
        this.faults = faults;
    }

    @Override
    public TaskKind kind() {
        return TaskKind.ASSEMBLE;
    }

    @Override
    public StepOutcome work(Lease lease, StopSignal stop, Slot slot) {
        RunRow run = runs.find(lease.run().value()).orElseThrow();
        FileRow file = files.find(run.runId(), lease.number()).orElseThrow();
        FileInterval interval = new FileInterval(
                file.number(),
                new SegmentPosition(file.fromSegment(), file.fromOffset()),
                new SegmentPosition(file.toSegment(), file.toOffset()),
                file.rows(),
                file.plainBytes());
        List<Segment> needed = segments.between(run.runId(), file.fromSegment(), file.toSegment());
        RecordFormat format = datasets.format(run.settings());
        StagedName target =
                new StagedName(run.runId().toString(), "file-%d-%d".formatted(lease.number(), lease.epoch()));
        AssembledFile assembled;
        try (ProgressBoard.Entry entry = progress.begin(run.jobId(), lease, 0, 1)) {
            assembled = new FileAssembler(store, format, BlockCodec.NONE)
                    .assemble(
                            datasets.selection(run.settings()),
                            interval,
                            index -> needed.get(index - file.fromSegment()),
                            target,
                            stop,
                            entry);
        }
        faults.reached(WorkerFaults.FILE_STORED, lease.task().toString());
        return ledger.commitFile(lease, assembled, format.mediaType());
    }
}
