package dev.longshore.scheduler.job;

import dev.longshore.scheduler.run.RunState;
import dev.longshore.scheduler.settings.DateRangeView;
import dev.longshore.scheduler.settings.JobSettings;
import dev.longshore.scheduler.settings.MissedRuns;
import dev.longshore.scheduler.settings.Overlap;
import dev.longshore.scheduler.settings.ScheduleView;
import dev.longshore.scheduler.settings.SettingsView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A job as JSON. */
@Schema(name = "Job")
record JobView(
        UUID id,

        @Schema(description = "rises with every edit; also the ETag")
        int version,

        String title,
        @Schema(nullable = true) @Nullable String description,
        String source,
        String type,

        @Schema(nullable = true, description = "null means all") @Nullable
        List<String> entityTypes,

        ScheduleView schedule,
        String timeZone,
        DateRangeView dateRange,
        String dateColumn,
        SettingsView.OutputView output,
        MissedRuns missedRuns,
        Overlap overlap,

        @Schema(nullable = true, description = "failed runs in a row after which it is suspended; null for never")
        @Nullable
        Integer suspendAfterFailures,

        @Schema(
                nullable = true,
                description = "days for which the files of its runs are kept; null for the installation's retention")
        @Nullable
        Integer retentionDays,

        JobState state,

        @Schema(nullable = true, description = "why it is suspended, when somebody said so") @Nullable
        String suspendedReason,

        @Schema(description = "whether it can be resumed when it is suspended; one-time jobs cannot")
        boolean resumable,

        @Schema(description = "false for a one-time job that was submitted to run")
        boolean editable,

        @Schema(nullable = true, description = "null when the job is suspended or has no fire time any more") @Nullable
        Instant nextFireTime,

        @Schema(nullable = true) @Nullable LastRunView lastRun,
        String createdBy,
        Instant createdAt,
        Instant updatedAt,

        @Schema(
                description =
                        "what the edit changes about coming runs and windows, in words; empty but in answers to PUT")
        List<String> changes) {
    /** The same job, with what an edit changed. */
    JobView withChanges(List<String> changed) {
        return new JobView(
                id,
                version,
                title,
                description,
                source,
                type,
                entityTypes,
                schedule,
                timeZone,
                dateRange,
                dateColumn,
                output,
                missedRuns,
                overlap,
                suspendAfterFailures,
                retentionDays,
                state,
                suspendedReason,
                resumable,
                editable,
                nextFireTime,
                lastRun,
                createdBy,
                createdAt,
                updatedAt,
                changed);
    }

    static JobView of(JobRow job, JobSettings settings) {
        var view = SettingsView.of(settings);
        return new JobView(
                job.jobId(),
                job.version(),
                view.title(),
                view.description(),
                view.source(),
                view.type(),
                view.entityTypes(),
                view.schedule(),
                view.timeZone(),
                view.dateRange(),
                view.dateColumn(),
                view.output(),
                view.missedRuns(),
                view.overlap(),
                view.suspendAfterFailures(),
                view.retentionDays(),
                job.state(),
                job.suspendedReason(),
                JobStage.of(job).isResumable(),
                JobStage.of(job).isEditable(),
                job.state() == JobState.ACTIVE ? job.nextFireTime() : null,
                LastRunView.of(job),
                job.createdBy(),
                job.createdAt(),
                job.updatedAt(),
                List.of());
    }

    /** The run that was issued last. */
    @Schema(name = "LastRun")
    record LastRunView(
            UUID runId,
            RunState status,

            @Schema(description = "since when it has this status")
            Instant at) {
        static @Nullable LastRunView of(JobRow job) {
            var runId = job.lastRunId();
            var status = job.lastRunState();
            var at = job.lastRunAt();
            return runId == null || status == null || at == null ? null : new LastRunView(runId, status, at);
        }
    }
}
