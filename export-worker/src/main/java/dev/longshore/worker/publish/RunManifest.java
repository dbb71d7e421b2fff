package dev.longshore.worker.publish;

import dev.longshore.artifact.StagedName;
import dev.longshore.worker.dataset.RunDataset;
import dev.longshore.worker.failure.FailureKind;
import dev.longshore.worker.failure.TaskFailedException;
import dev.longshore.worker.file.FileRow;
import dev.longshore.worker.layout.AssembledFile;
import dev.longshore.worker.manifest.Manifest;
import dev.longshore.worker.manifest.ManifestFile;
import dev.longshore.worker.run.RunRow;
import dev.longshore.worker.run.RunSettings;
import dev.longshore.worker.source.TimeWindow;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a run's manifest: a pure function of the run's row and its files, so that every attempt makes the same bytes. */
final class RunManifest {
    private RunManifest() {}

    static Manifest of(RunRow run, List<FileRow> files, RunDataset datasets) {
        RunSettings settings = run.settings();
        Instant closedThrough = run.closedThrough();
        if (closedThrough == null) {
            throw new IllegalStateException("run %s is published before it is planned".formatted(run.runId()));
        }
        return new Manifest(
                run.runId(),
                new Manifest.Job(run.jobId(), settings.jobTitle(), settings.jobVersion()),
                new Manifest.Dataset(settings.source(), settings.type(), settings.entityTypes(), settings.dateColumn()),
                new TimeWindow(settings.windowFrom(), settings.windowTo()),
                closedThrough,
                run.closingWarning(),
                datasets.type(settings).recordSchema(),
                new Manifest.Output(settings.format(), settings.compression()),
                files.stream()
                        .map(file -> new ManifestFile(file.name(), contentOf(file)))
                        .toList());
    }

    /** What came of a file. Throws where nothing did, which the run's state rules out. */
    static AssembledFile contentOf(FileRow file) {
        String object = file.object();
        Long bytes = file.bytes();
        String sha256 = file.sha256();
        String plainSha256 = file.plainSha256();
        List<@Nullable String> first = file.firstKey();
        List<@Nullable String> last = file.lastKey();
        if (object == null || bytes == null || sha256 == null || plainSha256 == null || first == null || last == null) {
            throw new TaskFailedException(
                    FailureKind.DEFECT, "File %d is to be published and was not assembled".formatted(file.number()));
        }
        return new AssembledFile(
                new StagedName(file.runId().toString(), object),
                bytes,
                sha256,
                file.rows(),
                file.plainBytes(),
                plainSha256,
                first,
                last);
    }
}
