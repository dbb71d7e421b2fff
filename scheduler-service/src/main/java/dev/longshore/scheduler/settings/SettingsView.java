package dev.longshore.scheduler.settings;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The settings of a job as JSON: what requests send, and the form in which versions of a job are kept. */
@Schema(
        name = "JobSettings",
        description = "A job to be saved. Fields of an answer that are not listed here may be sent back; their values"
                + " are not used.")
public record SettingsView(
        @Schema(minLength = 1, maxLength = 200) String title,

        @Schema(nullable = true, maxLength = 2000) @Nullable String description,

        @Schema(description = "A source of the catalog") String source,
        @Schema(description = "A type of that source") String type,

        @Schema(nullable = true, description = "API names; null means all. Only for types that have entity types")
        @Nullable
        List<String> entityTypes,

        ScheduleView schedule,

        @Schema(description = "IANA name; UTC when absent", example = "Europe/Rome")
        String timeZone,

        DateRangeView dateRange,

        @Schema(description = "Date column of the type that windows rest on; the type's default when absent")
        String dateColumn,

        OutputView output,

        @Schema(description = "EACH when absent") MissedRuns missedRuns,

        @Schema(description = "WAIT when absent") Overlap overlap,

        @Schema(
                nullable = true,
                minimum = "1",
                maximum = "100",
                description =
                        "failed runs in a row after which a recurring job is suspended; null, as when absent, for never")
        @Nullable
        Integer suspendAfterFailures,

        @Schema(
                nullable = true,
                minimum = "1",
                maximum = "3650",
                description =
                        "days for which the files of its runs are kept; null, as when absent, for the installation's"
                                + " retention, 30 days unless set otherwise")
        @Nullable
        Integer retentionDays) {
    public static SettingsView of(JobSettings settings) {
        return new SettingsView(
                settings.title(),
                settings.description().isEmpty() ? null : settings.description(),
                settings.source(),
                settings.type(),
                settings.entityTypes().isEmpty() ? null : settings.entityTypes(),
                ScheduleView.of(settings.schedule()),
                settings.timeZone().getId(),
                DateRangeView.of(settings.dateRange()),
                settings.dateColumn(),
                OutputView.of(settings.output()),
                settings.missedRuns(),
                settings.overlap(),
                orNull(settings.suspendAfterFailures()),
                orNull(settings.retentionDays()));
    }

    private static @Nullable Integer orNull(OptionalInt number) {
        return number.isPresent() ? number.getAsInt() : null;
    }

    /** How the records are written, as JSON. */
    @Schema(name = "Output", description = "How the records are written")
    public record OutputView(
            String format,

            String compression,

            @Schema(
                    nullable = true,
                    minimum = "1",
                    maximum = "1048576",
                    description = "largest size of a file in MB of 1,048,576 bytes; null for one file")
            @Nullable
            Integer splitSizeMb,

            @Schema(nullable = true, description = "must be null: encryption is not offered") @Nullable
            String certificateId) {
        static OutputView of(OutputSettings output) {
            return new OutputView(output.format(), output.compression(), orNull(output.splitSizeMb()), null);
        }
    }
}
