package dev.longshore.worker.dataset;

import dev.longshore.worker.catalog.Catalog;
import dev.longshore.worker.catalog.EntityType;
import dev.longshore.worker.catalog.ExportType;
import dev.longshore.worker.failure.FailureKind;
import dev.longshore.worker.failure.TaskFailedException;
import dev.longshore.worker.format.RecordFormat;
import dev.longshore.worker.manifest.FileNaming;
import dev.longshore.worker.run.RunRow;
import dev.longshore.worker.run.RunSettings;
import dev.longshore.worker.source.Selection;
import dev.longshore.worker.source.TimeWindow;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * What a run's settings mean: pure functions of the settings and the catalog, so that every worker and every attempt
 * answers the same.
 */
public final class RunDataset {
    private static final DateTimeFormatter FOLDER_TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final String NO_COMPRESSION = "NONE";

    private final Catalog catalog;
    private final List<RecordFormat> formats;

    /** @param formats all that this version writes */
    public RunDataset(Catalog catalog, List<RecordFormat> formats) {
        this.catalog = catalog;
        this.formats = List.copyOf(formats);
    }

    /** The records that the run exports. Throws {@link dev.longshore.worker.catalog.UnknownInCatalogException}. */
    public Selection selection(RunSettings settings) {
        ExportType type = type(settings);
        List<String> names = settings.entityTypes();
        List<EntityType> entityTypes =
                names == null ? List.of() : names.stream().map(type::entityType).toList();
        return new Selection(
                type,
                type.dateColumn(settings.dateColumn()),
                entityTypes,
                new TimeWindow(settings.windowFrom(), settings.windowTo()));
    }

    /** The type that the run exports. Throws {@link dev.longshore.worker.catalog.UnknownInCatalogException}. */
    public ExportType type(RunSettings settings) {
        return catalog.require(settings.source(), settings.type());
    }

    /** The run's format; a run that asks for what this version does not write fails, and says so by name. */
    public RecordFormat format(RunSettings settings) {
        if (!settings.compression().equals(NO_COMPRESSION)) {
            throw unsupported("compression", settings.compression());
        }
        String certificate = settings.certificateId();
        if (certificate != null) {
            throw unsupported("encryption to certificate", certificate);
        }
        return formats.stream()
                .filter(format -> format.name().equals(settings.format()))
                .findFirst()
                .orElseThrow(() -> unsupported("format", settings.format()));
    }

    /** Names of the run's files. */
    public FileNaming naming(RunSettings settings) {
        return new FileNaming(
                settings.jobTitle(),
                type(settings).slug(),
                settings.fireTime(),
                format(settings).extension());
    }

    /** The run's folder in the artifact store: sorts by time, and no other run has it. */
    public String folder(RunRow run) {
        Instant fireTime = run.settings().fireTime();
        return "%s-%s-%s"
                .formatted(FOLDER_TIME.format(fireTime), type(run.settings()).slug(), run.runId());
    }

    private static TaskFailedException unsupported(String what, String name) {
        return new TaskFailedException(
                FailureKind.UNSUPPORTED, "This version does not offer %s '%s'".formatted(what, name));
    }
}
