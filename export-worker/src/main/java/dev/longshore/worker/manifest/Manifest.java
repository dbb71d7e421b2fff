package dev.longshore.worker.manifest;

import dev.longshore.worker.catalog.RecordSchema;
import dev.longshore.worker.source.TimeWindow;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The list of a run's files; its presence means that the run is complete. It depends on the run and its data alone, so that
 * whoever writes it a second time writes the same bytes.
 *
 * @param closedThrough the source's time up to which no transaction could still add rows
 * @param closingWarning why that may not hold, for people; null when it does
 * @param files in the order of their numbers; empty when the window held no record
 */
public record Manifest(
        UUID runId,
        Job job,
        Dataset dataset,
        TimeWindow window,
        Instant closedThrough,
        @Nullable String closingWarning,
        RecordSchema schema,
        Output output,
        List<ManifestFile> files) {
    /** File name of a manifest in its folder. */
    public static final String FILE_NAME = "manifest.json";

    public Manifest {
        files = List.copyOf(files);
    }

    /** Records in all files. */
    public long rows() {
        return files.stream().mapToLong(file -> file.content().rows()).sum();
    }

    /** Bytes of all files as stored. */
    public long bytes() {
        return files.stream().mapToLong(file -> file.content().bytes()).sum();
    }

    /** Bytes of all files before compression and encryption. */
    public long plainBytes() {
        return files.stream().mapToLong(file -> file.content().plainBytes()).sum();
    }

    /** The job as it was when the run was issued. */
    public record Job(UUID id, String title, int version) {}

    /**
     * What was exported.
     *
     * @param entityTypes API names; null means all
     * @param dateColumn output name
     */
    public record Dataset(
            String source, String type, @Nullable List<String> entityTypes, String dateColumn) {
        public Dataset {
            entityTypes = entityTypes == null ? null : List.copyOf(entityTypes);
        }
    }

    /** How the records were written: names of the catalog. */
    public record Output(String format, String compression) {}
}
