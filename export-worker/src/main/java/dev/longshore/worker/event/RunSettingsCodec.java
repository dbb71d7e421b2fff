package dev.longshore.worker.event;

import dev.longshore.events.Dataset;
import dev.longshore.events.OutputSettings;
import dev.longshore.events.RunSpecification;
import dev.longshore.events.RunTrigger;
import dev.longshore.events.StartRun;
import dev.longshore.events.Window;
import dev.longshore.events.WindowClosing;
import dev.longshore.worker.run.ClosingPolicy;
import dev.longshore.worker.run.RunSettings;
import java.util.UUID;

/** Between the settings of a run as they travel and as the workers keep them. */
public final class RunSettingsCodec {
    private RunSettingsCodec() {}

    /** A policy that this version does not know counts as the strict one. */
    public static RunSettings settingsOf(StartRun command) {
        RunSpecification specification = command.getSpecification();
        Window window = specification.getWindow();
        Dataset dataset = specification.getDataset();
        OutputSettings output = specification.getOutput();
        WindowClosing closing = command.getClosing();
        String retryOf = specification.getRetryOf();
        return new RunSettings(
                specification.getJobVersion(),
                specification.getJobTitle(),
                specification.getTrigger().name(),
                specification.getFireTime(),
                specification.getTimeZone(),
                window.getFrom(),
                window.getTo(),
                dataset.getSource(),
                dataset.getType(),
                dataset.getEntityTypes(),
                dataset.getDateColumn(),
                output.getFormat(),
                output.getCompression(),
                output.getSplitSizeBytes(),
                output.getCertificateId(),
                output.getRetentionDays(),
                retryOf == null ? null : UUID.fromString(retryOf),
                closing.getPolicy() == dev.longshore.events.ClosingPolicy.WARN
                        ? ClosingPolicy.WARN
                        : ClosingPolicy.FAIL,
                closing.getGraceMillis(),
                closing.getMaxWaitMillis(),
                command.getRequestedBy());
    }

    static RunSpecification specificationOf(RunSettings settings) {
        UUID retryOf = settings.retryOf();
        return RunSpecification.newBuilder()
                .setJobVersion(settings.jobVersion())
                .setJobTitle(settings.jobTitle())
                .setTrigger(RunTrigger.valueOf(settings.trigger()))
                .setFireTime(settings.fireTime())
                .setTimeZone(settings.timeZone())
                .setWindow(windowOf(settings))
                .setDataset(datasetOf(settings))
                .setOutput(OutputSettings.newBuilder()
                        .setFormat(settings.format())
                        .setCompression(settings.compression())
                        .setSplitSizeBytes(settings.splitSizeBytes())
                        .setCertificateId(settings.certificateId())
                        .setRetentionDays(settings.retentionDays())
                        .build())
                .setRetryOf(retryOf == null ? null : retryOf.toString())
                .build();
    }

    static Window windowOf(RunSettings settings) {
        return Window.newBuilder()
                .setFrom(settings.windowFrom())
                .setTo(settings.windowTo())
                .build();
    }

    static Dataset datasetOf(RunSettings settings) {
        return Dataset.newBuilder()
                .setSource(settings.source())
                .setType(settings.type())
                .setEntityTypes(settings.entityTypes())
                .setDateColumn(settings.dateColumn())
                .build();
    }
}
