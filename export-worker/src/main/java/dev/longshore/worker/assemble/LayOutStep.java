package dev.longshore.worker.assemble;

import dev.longshore.artifact.ArtifactStore;
import dev.longshore.worker.catalog.ExportType;
import dev.longshore.worker.dataset.RunDataset;
import dev.longshore.worker.file.FileDao.NewFile;
import dev.longshore.worker.file.StreamedFileDao;
import dev.longshore.worker.file.StreamedFileRow;
import dev.longshore.worker.format.RecordFormat;
import dev.longshore.worker.layout.AssembledFile;
import dev.longshore.worker.layout.FileInterval;
import dev.longshore.worker.layout.FileLayout;
import dev.longshore.worker.layout.WholeFiles;
import dev.longshore.worker.lease.Slot;
import dev.longshore.worker.lease.StepOutcome;
import dev.longshore.worker.lease.TaskStep;
import dev.longshore.worker.manifest.FileNaming;
import dev.longshore.worker.run.RunDao;
import dev.longshore.worker.run.RunRow;
import dev.longshore.worker.segment.BlockCodec;
import dev.longshore.worker.segment.Segment;
import dev.longshore.worker.source.StopSignal;
import dev.longshore.worker.task.Lease;
import dev.longshore.worker.task.TaskKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Decides which part of which segments goes into which file, and which files are there already. A task of its own, because it reads the artifact store
 * where files are cut: as part of the last export's transaction that would hold the run's row lock for long.
 */
final class LayOutStep implements TaskStep {
    private final RunDao runs;
    private final RunSegments segments;
    private final StreamedFileDao streamed;
    private final RunDataset datasets;
    private final ArtifactStore store;
    private final AssembleLedger ledger;

    LayOutStep(
            RunDao runs,
            RunSegments segments,
            StreamedFileDao streamed,
            RunDataset datasets,
            ArtifactStore store,
            AssembleLedger ledger) {
        this.runs = runs;
        this.segments = segments;
        this.streamed = streamed;
        this.datasets = datasets;
        this.store = store;
        this.ledger = ledger;
    }

    @Override
    public TaskKind kind() {
        return TaskKind.LAY_OUT;
    }

    @Override
    public StepOutcome work(Lease lease, StopSignal stop, Slot slot) {
        RunRow run = runs.find(lease.run().value()).orElseThrow();
        ExportType type = datasets.type(run.settings());
        RecordFormat format = datasets.format(run.settings());
        Long split = run.settings().splitSizeBytes();
        List<Segment> all = segments.between(run.runId(), 0, run.chunks() - 1);
        List<FileInterval> intervals = new FileLayout(store, format, BlockCodec.NONE)
                .files(type, all, split == null ? OptionalLong.empty() : OptionalLong.of(split));
        stop.throwIfStopped();
        FileNaming naming = datasets.naming(run.settings());
        List<NewFile> files = intervals.stream()
                .map(interval -> new NewFile(
                        interval.number(),
                        naming.nameOf(interval.number(), intervals.size()),
                        interval.from().segment(),
                        interval.from().offset(),
                        interval.to().segment(),
                        interval.to().offset(),
                        interval.rows(),
                        interval.plainBytes()))
                .toList();
        WholeFiles written = new WholeFiles(
                streamed.findAll(run.runId()).stream()
                        .map(StreamedFileRow::file)
                        .toList(),
                format,
                type);
        Map<Integer, AssembledFile> whole = new HashMap<>();
        intervals.forEach(
                interval -> written.find(interval, all).ifPresent(file -> whole.put(interval.number(), file)));
        return ledger.commitLayout(lease, files, whole, format.mediaType());
    }
}
